/** How long a first answer may take: the server starts, reads the workspace and builds its index. */
const PATIENCE = 40_000;

const INTERVAL = 50;

/**
 * Asks again and again until there is an answer, for what VS Code sends no event about. A rejection counts as "not yet":
 * providers are cancelled while others register. Rejects after a while with the last reason.
 */
export async function poll<T>(what: string, ask: () => Thenable<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  let reason: unknown = 'no answer';
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      reason = 'no answer';
    } catch (error) {
      reason = error;
    }
    await new Promise(resolve => setTimeout(resolve, INTERVAL));
  }
  throw new Error(`Waited ${PATIENCE / 1000} s for ${what}: ${reason instanceof Error ? reason.message : String(reason)}`);
}
