/** What was thrown, in words: it need not be an Error. */
export const messageOf = (thrown: unknown): string =>
	thrown instanceof Error ? thrown.message : String(thrown);

/** The code that Node or OpenSSL gives an error, such as ENOENT; '' when it has none. */
export const codeOf = (thrown: unknown): string =>
	thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
