/** The text in one line: a terminal or a log may have broken it anywhere between two words. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/gv, ' ').trim();
