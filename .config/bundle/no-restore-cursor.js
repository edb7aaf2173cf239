/**
 * Stands in for restore-cursor, by which Ink would show the cursor on standard error when the process ends, were that
 * a terminal or a file: source/terminal gives the cursor back itself.
 */
export default function restoreCursor() {}
