/** Which findings compare a lag: while it is not known, nor is whether they hold. */

/** Whether a kind of finding does. */
export const needsLag = (kind: string): boolean => kind.startsWith('lag-');
