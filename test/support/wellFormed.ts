import { expect } from 'vitest';

/** Expects a text to be XML whose elements are closed in order, whose attributes are quoted and stand once, and whose characters XML has. */
export function expectWellFormed(xml: string): void {
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  const body = xml.replace(/^<\?xml[^?]*\?>/, '').replace(/<style>([^<]*)<\/style>/, '');
  const open: string[] = [];
  const rest = body.replace(
    /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, closing, name, attributes, empty) => {
      const names = [...attributes.matchAll(/\s([\w:-]+)=/g)].map(match => match[1]);
      expect(new Set(names).size).toBe(names.length);
      if (closing) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(rest.replace(/&(?:amp|lt|gt|quot|#\d+);/g, '')).not.toContain('&');
}
