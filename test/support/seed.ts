// Runs before each test file: property tests start from the seed that the run has printed.
import fc from 'fast-check';
import { SEED } from './randomTests.ts';

fc.configureGlobal({ seed: SEED });
