/** Exit codes: what a pipeline goes by. */
export const exitCode = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;
