import { describe, expect, it } from 'vitest';
import { listContinuation } from '../../client/src/typing/listContinuation.ts';

/** What the next line begins with after Enter at the bar; `end` where the list ends, undefined where Enter is only Enter. */
function afterEnter(line: string): string | undefined {
  const column = line.indexOf('|');
  const continuation = listContinuation(line.replace('|', ''), column);
  return continuation?.type === 'continue' ? continuation.prefix : continuation?.type;
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

  it.each(['- |', '  * |', '1. |', '- [ ] |', '-   |'])('ends it in an empty point: %s', line =>
    expect(afterEnter(line)).toBe('end'),
  );

  it.each(['Bake bread|', '|- Bake', '-| Bake', '-bake|', '* * *|', '---|', '## Bakers|', '1234567890. Bake|'])(
    'is only Enter elsewhere: %s',
    line => expect(afterEnter(line)).toBeUndefined(),
  );
});
