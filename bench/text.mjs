// @ts-check
// Seeded chance and made-up prose: what the generated workspace is written with. The same seed gives the same bytes,
// so nothing here may ask the clock or Math.random.

/**
 * @typedef {object} Random
 * @property {() => number} next a number from 0 up to, not including, 1
 * @property {(least: number, most: number) => number} integer both ends included
 * @property {(probability: number) => boolean} chance
 * @property {<T>(choices: readonly T[]) => T} pick
 * @property {() => number} normal mean 0, standard deviation 1
 */

/**
 * What a writer needs: chance, and a destination for the next link.
 * @typedef {object} Writer
 * @property {Random} random
 * @property {() => string} link
 */

/**
 * @param {number} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  // Mulberry32: 32 bits of state are plenty for text.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    integer: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: probability => next() < probability,
    pick: choices => choices[Math.floor(next() * choices.length)],
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/**
 * GitHub's id of a heading, without the number that a repeat gets.
 * @param {string} heading
 */
export function slug(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * Ids of headings in page order, repeats numbered.
 * @param {readonly string[]} headings
 */
export function anchorsOf(headings) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return headings.map(heading => {
    const id = slug(heading);
    const repeats = seen.get(id) ?? 0;
    seen.set(id, repeats + 1);
    return repeats === 0 ? id : `${id}-${repeats}`;
  });
}

/** @param {string} text */
export const capitalized = text => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {string} list */
const words = list => list.trim().split(/\s+/);

export const NOUNS = words(`
  anchor apron atlas attic bakery ballast barge basket beacon bellows berth bicycle binder boathouse bollard bridge brochure
  budget calendar canal canvas captain cargo cellar chart checklist circle clerk coast compass concert contract corridor
  courier crane crew crossing customer dashboard deadline deck depot diary dinghy draft drawer estuary excursion fairway
  ferry festival fixture forecast form fountain freight gallery gangway garden gauge glossary granary guide hamlet harbour
  hatch headland index inlet inventory invoice island itinerary jetty journal junction kettle keyboard ladder lagoon lantern
  ledger lesson library lighthouse list lock logbook mailbox manual map market meadow memo mooring museum network notebook
  notice oar office orchard outline packet paddle parcel path permit pier pilot pipeline platform pocket pontoon postcard
  problem quay quarter query questionnaire raft railing receipt recipe register report request review ridge river roster route
  rudder sample schedule season session shelter shipment shore signal sketch slipway station step stock storm story summary
  supplier survey tariff template terminal ticket tide timetable towpath tram treaty tunnel valley vendor vessel visit voucher
  warehouse waterway weather wharf window workshop yard`);

export const ADJECTIVES = words(`
  amber annual brisk broad calm careful coastal complete curious daily damp distant dry early eastern even faded familiar
  fresh frozen full gradual green half-empty handy hidden hollow joint late level light local long lower mild modest monthly
  narrow new northern open ordinary outer pale partial patient plain portable prompt public quarterly quick rainy recent
  remote round rough rural salty second separate shallow short silent simple slow small smooth southern spare steady steep
  sunny tall temporary thin tidy upper useful usual visible weekly western wide wooden yearly`);

export const VERBS = words(`
  accept adjust announce answer arrange balance borrow build carry change chart check choose clean clear close collect compare
  copy correct count cover deliver describe design divide draw estimate exchange explain fetch fill find finish fold follow
  gather greet group inspect invite join label learn list load measure mend merge move name observe open order outline pack
  paint plan polish prepare print publish quote raise read rebuild record reduce refresh remove rename repair replace rest
  return review revise rinse save schedule search select sign sketch sort split start stock store study summarize tag test
  time tow trace translate trim update verify visit weigh welcome wrap write`);

const PREPOSITIONS = words(
  'across after along around before behind below beside between beyond during near past through until within',
);
const JOINTS = [', and', ', while', ', so that', ', because', ', unless', '; later', ' – and', ', although', ', until'];
const CODE_LANGUAGES = ['yaml', 'shell', 'ruby', 'json', 'text', ''];

/** @param {Random} random */
const nounPhrase = random => (random.chance(0.6) ? `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}` : random.pick(NOUNS));

/** @param {Writer} writer */
function clause({ random, link }) {
  const thing = nounPhrase(random);
  const chance = random.next();
  const target =
    chance < 0.055 ? `[${thing}](${link()})` : chance < 0.075 ? `**${thing}**` : chance < 0.09 ? `\`${slug(thing)}\`` : thing;
  return `the ${nounPhrase(random)} can ${random.pick(VERBS)} the ${target} ${random.pick(PREPOSITIONS)} the ${random.pick(NOUNS)}`;
}

/** @param {Writer} writer */
export function sentence(writer) {
  let text = capitalized(clause(writer));
  while (writer.random.chance(0.35)) {
    text += `${writer.random.pick(JOINTS)} ${clause(writer)}`;
  }
  return `${text}.`;
}

/** @param {Writer} writer */
export function paragraph(writer) {
  const sentences = Array.from({ length: writer.random.integer(1, 6) }, () => sentence(writer));
  return `${sentences.join(' ')}\n`;
}

/**
 * A bullet that begins with a verb, as responsibilities do.
 * @param {Writer} writer
 */
export function task({ random, link }) {
  const thing = nounPhrase(random);
  const start = `${capitalized(random.pick(VERBS))} the ${random.chance(0.04) ? `[${thing}](${link()})` : thing}`;
  const middle = `${random.pick(PREPOSITIONS)} the ${nounPhrase(random)}`;
  return random.chance(0.6)
    ? `${start} ${middle}, together with each ${nounPhrase(random)} ${random.pick(PREPOSITIONS)} it`
    : `${start} ${middle}`;
}

/**
 * A bullet that begins with what is asked for, as requirements do.
 * @param {Writer} writer
 */
export function skill({ random }) {
  const start = random.pick(['Ability to', 'Readiness to', 'Willingness to', 'Patience to', 'Care to']);
  const thing = nounPhrase(random);
  return `${start} ${random.pick(VERBS)} ${/^[aeiou]/.test(thing) && !thing.startsWith('us') ? 'an' : 'a'} ${thing} and to ${random.pick(VERBS)} it ${random.pick(PREPOSITIONS)} the ${nounPhrase(random)}`;
}

/** @param {Random} random */
export function heading(random) {
  switch (random.integer(0, 4)) {
    case 0:
      return `How to ${random.pick(VERBS)} a ${random.pick(NOUNS)}`;
    case 1:
      return capitalized(`${nounPhrase(random)} and ${random.pick(NOUNS)}`);
    case 2:
      return `The ${nounPhrase(random)}`;
    case 3:
      return `When to ${random.pick(VERBS)} the ${nounPhrase(random)}?`;
    default:
      return capitalized(nounPhrase(random));
  }
}

/**
 * One block of a page: mostly paragraphs and lists, now and then what a parser has to step around.
 * @param {Writer} writer
 */
export function block(writer) {
  const { random } = writer;
  const chance = random.next();
  if (chance < 0.5) {
    return paragraph(writer);
  }
  if (chance < 0.76) {
    return list(writer, '-');
  }
  if (chance < 0.84) {
    return list(writer, '1.');
  }
  if (chance < 0.91) {
    return table(writer);
  }
  if (chance < 0.955) {
    return code(random);
  }
  if (chance < 0.97) {
    return `> ${sentence(writer)}\n`;
  }
  if (chance < 0.975) {
    return `<!-- ${nounPhrase(random)}: ${nounPhrase(random)} -->\n`;
  }
  return shortcode(writer);
}

/**
 * @param {Writer} writer
 * @param {string} marker
 */
function list(writer, marker) {
  const { random } = writer;
  let text = '';
  for (let rest = random.integer(2, 9); rest > 0; rest--) {
    text += `${marker} ${random.chance(0.5) ? task(writer) : sentence(writer)}\n`;
    if (random.chance(0.08)) {
      text += `${' '.repeat(marker.length + 1)}- ${task(writer)}\n`;
    }
  }
  return text;
}

/** @param {Writer} writer */
function table(writer) {
  const { random, link } = writer;
  const columns = random.integer(2, 5);
  /** @param {() => string} cell */
  const row = cell => `| ${Array.from({ length: columns }, cell).join(' | ')} |\n`;
  let text = row(() => capitalized(random.pick(NOUNS))) + row(() => '---');
  for (let rest = random.integer(2, 14); rest > 0; rest--) {
    text += row(() => {
      const thing = nounPhrase(random);
      return random.chance(0.1) ? `[${thing}](${link()})` : thing;
    });
  }
  return text;
}

/** @param {Random} random */
function code(random) {
  const lines = Array.from({ length: random.integer(2, 14) }, () => {
    const key = `${random.pick(VERBS)}_${random.pick(NOUNS)}`;
    // A line that looks like a heading, as comments in shell scripts do.
    return random.chance(0.15)
      ? `# ${nounPhrase(random)}`
      : `${' '.repeat(random.integer(0, 2) * 2)}${key}: ${random.pick(NOUNS)}`;
  });
  return `\`\`\`${random.pick(CODE_LANGUAGES)}\n${lines.join('\n')}\n\`\`\`\n`;
}

/** @param {Writer} writer */
function shortcode(writer) {
  const { random } = writer;
  switch (random.integer(0, 2)) {
    case 0:
      return `{{< youtube "${slug(nounPhrase(random))}" >}}\n`;
    case 1:
      return `{{% alert title="${capitalized(nounPhrase(random))}" color="info" %}}\n${sentence(writer)}\n{{% /alert %}}\n`;
    default:
      return `{{< performance-indicators "${random.pick(NOUNS)}" >}}\n`;
  }
}
