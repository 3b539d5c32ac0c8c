import { describe, expect, it } from 'vitest';
import { bulletEnterRules } from '../../client/src/typing/bulletEnterRules.ts';
import { listContinuation } from '../../client/src/typing/listContinuation.ts';

/** What the next line begins with after Enter at the bar; `end` where the list ends, undefined where Enter is only Enter. */
function afterEnter(line: string): string | undefined {
  const column = line.indexOf('|');
  const continuation = listContinuation(line.replace('|', ''), column);
  return continuation?.type === 'continue' ? continuation.prefix : continuation?.type;
}

/** What the editor makes of it by its rules alone, as `afterEnter`. */
function byRules(line: string): string | undefined {
  const before = line.slice(0, line.indexOf('|'));
  const rule = bulletEnterRules.find(({ beforeText }) => beforeText.test(before));
  return rule && `${/^\s*/.exec(before)?.[0]}${rule.appendText}`;
}

describe('Enter in a list', () => {
  it.each([
    ['- Bake bread|', '- '],
    ['* Bake| bread', '* '],
    ['    - Bake bread|', '    - '],
    ['3. Bake bread|', '4. '],
    ['9) Bake bread|', '10) '],
    ['- [x] Bake bread|', '- [ ] '],
    ['> - Bake bread|', '> - '],
    ['-   wide|', '-   '],
  ])('begins the next point: %s', (line, next) => expect(afterEnter(line)).toBe(next));

  it.each(['- Bake bread|', '* Bake| bread', '    + Bake bread|', '- [x] Bake bread|', '-   wide|'])(
    'is left to the rules of the editor where these say the same: %s',
    line => expect(byRules(line)).toBe(afterEnter(line)),
  );

  it.each(['3. Bake bread|', '> - Bake bread|', '- |', '- [ ] |', '-   |', '|- Bake', '-bake|', '* * *|', '- - -|'])(
    'is not left to the rules of the editor: %s',
    line => expect(byRules(line)).toBeUndefined(),
  );

  it.each(['- |', '  * |', '1. |', '- [ ] |', '-   |'])('ends it in an empty point: %s', line =>
    expect(afterEnter(line)).toBe('end'),
  );

  it.each(['Bake bread|', '|- Bake', '-| Bake', '-bake|', '* * *|', '---|', '## Bakers|', '1234567890. Bake|'])(
    'is only Enter elsewhere: %s',
    line => expect(afterEnter(line)).toBeUndefined(),
  );
});
