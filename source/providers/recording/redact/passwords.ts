/** Passwords in whatever text: they are in no recording. */

/** What stands in their place. */
export const hidden = '******';

const secretWords = String.raw`passw(?:or)?d|secret|(?:private|access|session)[\-_]?(?:key|token)`;

const secretKey = new RegExp(`${secretWords}|^pwd$`, 'iv');

/** True when what stands under this key is a secret. */
export const isSecretKey = (key: string): boolean => secretKey.test(key);

/** A value in triple, escaped, double or single quotes (closed or cut off), or up to the next blank. */
const value = [
	String.raw`"""[\s\S]*?(?:"""|$)`,
	String.raw`'''[\s\S]*?(?:'''|$)`,
	String.raw`\\"(?:[^\\"]|\\\\\\"|\\(?!"))*(?:\\"|$)`,
	String.raw`"(?:[^"\\]|\\[\s\S])*(?:"|$)`,
	String.raw`'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)`,
	String.raw`\S+`,
].join('|');

/** Finds the value behind `before`, which stays. */
const behind = (before: string): RegExp => new RegExp(`(?<before>${before})(?:${value})`, 'giv');

const rules: readonly RegExp[] = [
	// `password = "x"`, `"password": "x"`, `MASTER_PASSWORD='x'`, `--password x`; "(using password: YES)" is none.
	behind(String.raw`(?:${secretWords}|\bpwd)[\w\-]*(?:\\?["'])?\s*(?:[:=]>?)\s*(?!(?:YES|NO)\b)`),
	behind(String.raw`--password\s+`),
	behind(String.raw`\bidentified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+)?`),
	behind(String.raw`\bset\s+password\s+for\s+\S+\s*=\s*(?:password\s*\(\s*)?`),
	behind(String.raw`\bpassword\s*\(\s*`),
	// `root:x@tcp(10.0.0.1:3306)/`: a Go DSN, whose password may hold anything.
	/(?<before>[^\s"'\(\/:@]{1,64}:)\S*(?=@(?:tcp|unix)\()/giv,
	// `mysql://root:x@host`
	/(?<before>:\/\/[^\s"'\/:@]{0,64}:)[^\s"'\/]*(?=@)/gv,
];

const suspicious = /passw|pwd|secret|key|token|identified|@/iv;

/** The text without the passwords in it. */
export const stripPasswords = (text: string): string => {
	if (!suspicious.test(text)) {
		return text;
	}

	let stripped = text;
	for (const rule of rules) {
		stripped = stripped.replaceAll(rule, (_, before: string) => `${before}${hidden}`);
	}

	return stripped;
};
