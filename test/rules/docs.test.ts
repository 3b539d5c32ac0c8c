import { expect, it } from 'vitest';
import { staleFiles } from '../../scripts/generate.mjs';

it('what is generated from the rules is what the rules say: npm run generate', async () => {
  expect(await staleFiles()).toEqual([]);
});
