/** Builds everything in memory: file names to contents. Throws an Error with one line per fault. */
export function bundle(options?: { entry?: string; manifest?: string }): Promise<Record<string, string>>;
