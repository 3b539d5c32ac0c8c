// Comes before the suites, which define their tests as they are loaded.
import 'mocha/mocha.js';

// Without a reporter of its own, which would want the page's document.
const { JOB_FAMILY_GREP: grep } = globalThis as { JOB_FAMILY_GREP?: string };
mocha.setup({ ui: 'bdd', reporter: undefined, timeout: 90_000, forbidOnly: true, ...(grep === undefined ? {} : { grep }) });
