// @ts-check
// An animated picture from single ones: what a README shows in its first screen.
import gifenc from 'gifenc';
import { PNG } from 'pngjs';

/**
 * @typedef {object} Moment
 * @property {Buffer} picture a PNG; all of one animation have the same size
 * @property {number} milliseconds how long it is shown
 */

/** A GIF has 256 colours; one of them says that a dot stays as it was, by which what does not change takes no room. */
const COLOURS = 255;
const UNCHANGED = 255;
/** Of so many dots one is looked at to choose the colours. */
const EVERY = 7;

/**
 * A GIF that shows one moment after another, over and over.
 *
 * @param {readonly Moment[]} moments at least one
 * @returns {Uint8Array}
 */
export function animated(moments) {
  const { applyPalette, GIFEncoder, quantize } = gifenc;
  const frames = moments.map(({ picture, milliseconds }) => ({ image: PNG.sync.read(picture), milliseconds }));
  const palette = quantize(sample(frames.map(({ image }) => image.data)), COLOURS);
  const gif = GIFEncoder();
  /** @type {Buffer | undefined} */
  let before;
  for (const { image, milliseconds } of frames) {
    const { width, height, data } = image;
    const dots = applyPalette(data, palette);
    if (before) for (let dot = 0; dot < dots.length; dot++) if (isSameDot(data, before, dot * 4)) dots[dot] = UNCHANGED;
    gif.writeFrame(dots, width, height, {
      ...(before ? {} : { palette }),
      transparent: before !== undefined,
      transparentIndex: UNCHANGED,
      delay: milliseconds,
      dispose: 1,
    });
    before = data;
  }
  gif.finish();
  return gif.bytes();
}

/** Some dots of all pictures, one behind the other. @param {readonly Buffer[]} pictures @returns {Uint8Array} */
function sample(pictures) {
  const length = pictures.reduce((sum, { length: bytes }) => sum + Math.ceil(bytes / 4 / EVERY) * 4, 0);
  const dots = new Uint8Array(length);
  let to = 0;
  for (const picture of pictures)
    for (let from = 0; from < picture.length; from += 4 * EVERY) {
      dots.set(picture.subarray(from, from + 4), to);
      to += 4;
    }
  return dots;
}

/** @param {Buffer} one @param {Buffer} other @param {number} at */
function isSameDot(one, other, at) {
  return one[at] === other[at] && one[at + 1] === other[at + 1] && one[at + 2] === other[at + 2];
}
