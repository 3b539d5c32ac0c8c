import { expect, it } from 'vitest';
import { staleRulePages } from '../../scripts/generate.mjs';

it('the documentation of the rules is what the rules say: npm run generate', async () => {
  expect(await staleRulePages()).toEqual([]);
});
