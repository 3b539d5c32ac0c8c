/** Exit codes: what a pipeline goes by. The last is what shells give a program that Ctrl+C ended. */
export const exitCode = { clean: 0, findings: 1, usage: 2, internal: 3, interrupted: 130 } as const;
