/** Where secrets stand, as patterns of what is before them. Each takes linear time. */
import {introducer, wideEnds} from './secret-value.js';
import {secretWords, wordsInSentences} from './secret-words.js';

/** A parser's "next token: EOF" */
const noToken = String.raw`(?<!\btoken:\s{1,3}(?=<?eof>?["'\),.;\]\}]{0,3}(?:\s|$)))`;

/** A comment of SQL that is not executed. */
const comment = String.raw`\/\*(?!!)(?:[^*]|\*(?!\/)){0,200}\*\/|--\s[^\n]{0,200}\n`;

const blanks = String.raw`(?:\s|${comment}){0,20}`;

/** Between a key and its value; "(using password: YES)" has none. */
const separator = String.raw`(?:(?:\\{0,7}["']\]?|%2[27]|\*\*|\])?${blanks}(?::=|={2,3}|[\-:=]>|!=|::|[:=→⇒∶：]|%3a)|\u{60}${blanks}:?=)${blanks}(?!(?:yes|no)\b)${noToken}`;

/** Between two words of SQL. What is in `/*!80000 …*\/` is executed. */
const between = String.raw`\s|\/\*!\d{0,6}|\*\/|${comment}|#[^\n]{0,200}\n`;
const gap = `(?:${between}){1,20}`;
const noGap = `(?:${between}){0,20}`;

/** A key of TLS or for signatures, which is no secret where its file is named. */
const otherKey = String.raw`(?<![a-z])(?:ssl|tls|client|server|shared|master|signing|storage|license|ssh|pgp|gpg|rsa|aes|auth|webhook|crypter)[._\-]?key(?:[_\-]?(?:data|pem|bytes|base64|content|text))?`;

const noFile = String.raw`(?!\\{0,7}["']?(?:\.{0,2}~?\/|[a-z]:[\\\/]|[^\s"',;${wideEnds}]{1,200}\.(?:pem|key|crt|der|p12)\b))`;

/** Each matches the text before a value, behind a word for a secret: in a text without one there is nothing to look for. */
export const beforeValueOfWord: readonly RegExp[] = [
	// `password = "x"`, `"password": "x"`, `MASTER_PASSWORD='x'`, `token=x`, `password%3Dx`
	String.raw`(?:${secretWords})[\w\-]{0,40}(?:\[\w{0,20}\]|\.\w{1,30}|\(s\)){0,2}(?:\s{1,3}(?:is|was|used|given)|\s{0,3}[是为為])?${separator}`,
	// `("DB_PASSWORD", "x")`, `setPassword("x")`
	String.raw`\b(?:set|with)_?(?:${secretWords})\s{0,3}\((?=\\{0,7}["'])`,
	String.raw`[\(\[]\s{0,9}\\{0,7}["'](?:[\w\-.]{0,30}[\-._])?(?:${secretWords})[\w\-]{0,40}\\{0,7}["']\s{0,9},\s{0,9}(?=\\{0,7}(?:"[^"]{0,200}"|'[^']{0,200}')\s{0,9}[\)\]])`,
	// `{"name": "password", "value": "x"}`
	String.raw`(?:${secretWords})[\w\-]{0,40}\\{0,7}["']?[,，\s]{1,20}\\{0,7}["']?(?:value|val|data|content)${separator}`,
	String.raw`\b(?:setx|setenv|env|arg|set\s{1,9}-g?x)\s{1,9}\w{0,40}?(?:${secretWords})\w{0,40}\s{1,9}(?=[^\s=:])`,
	String.raw`\blogin\s{1,9}\S{1,99}\s{1,9}password\s{1,9}`,
	String.raw`\bset${gap}password${gap}for${gap}[^;=]{1,200}=${noGap}(?:password${noGap}\(${noGap})?`,
	// Not an index or a table of that name, nor the first characters of a column in an index.
	String.raw`(?<!\b(?:key|index|unique|fulltext|into|table)\s{1,9})\b(?:old_)?password${noGap}[\(（](?!(?<=[\(,]\s{0,9}password\s{0,9}\()\d{1,3}\))${noGap}`,
	String.raw`\bpassword\s{1,9}(?=[“「『])`,
].map(text => new RegExp(text, 'giv'));

/** The text before a password in `IDENTIFIED BY 'x'`. */
export const beforeIdentified = new RegExp(
	String.raw`\bidentified${gap}(?:(?:with|via)${gap}\S{1,64}${gap}(?:or${gap}\S{1,64}${gap}){0,3})?(?:by|as|using)${gap}(?:password${noGap})?(?:\(${noGap})?`,
	'giv',
);

/** Each matches the text before another value. */
export const beforeValue: readonly RegExp[] = [
	`${otherKey}${separator}${noFile}`,
	String.raw`\\{0,7}["']auth\\{0,7}["']\s{0,9}[:：]\s{0,9}`,
	String.raw`\bbearer\s{1,9}(?=\S{8})`,
	// Base64 of a user and a password, not a word such as "authentication".
	String.raw`\bbasic\s{1,9}(?=(?:[a-z+\/]{0,60}\d[\w+\/]{4}|[a-z+\/]{7,200}=))`,
	String.raw`--(?:[\w\-]{0,30}[\-_])?(?:pass(?:word|phrase|wd)?|p(?:s?w|s?wd)|token|secret|(?:api|access|private|secret)-key|crypter\.key)\s{1,9}`,
	String.raw`\bsshpass\s{1,9}(?:-v\s{1,9})?-p\s{0,9}`,
	// Commands that are no clients of MySQL, each with its flag.
	String.raw`\bredis-cli\b[^\n;\|]{0,200}?\s-a\s{0,9}`,
	String.raw`\bldap(?:search|modify|add|delete|passwd|whoami)\b[^\n;\|]{0,200}?\s-w\s{0,9}`,
	String.raw`\b(?:mongo\w{0,12}|docker\s{1,9}login|podman\s{1,9}login)\b[^\n;\|]{0,200}?\s-p\s{1,9}(?=[^\s\-])`,
	String.raw`\bsqlcmd\b[^\n;\|]{0,200}?\s-P\s{0,9}(?=[^\s\-])`,
	String.raw`\bhtpasswd\s{1,9}-\w{0,9}b\w{0,9}\s{1,9}\S{1,99}\s{1,9}\S{1,99}\s{1,9}`,
	String.raw`\bopenssl\b[^\n;\|]{0,200}?\s-k\s{1,9}`,
	String.raw`\s-(?:store|key|src|dest)(?:store)?pass\s{1,9}`,
	String.raw`\bsmbclient\b[^\n;\|]{0,200}?\s-U\s{0,9}[^\s%]{1,99}%`,
	String.raw`\bvault\s{1,9}login\s{1,9}(?=[^\s\-])`,
	String.raw`\bcurl\b[^\n;\|]{0,200}?\s(?:-b|--cookie)\s{1,9}(?=["']|[^\s=]{1,99}=)`,
	// Lines of configurations of Redis and LDAP.
	String.raw`(?:^|\n|["'])\s{0,20}(?:requirepass|masterauth|bindpw|rootpw|olcRootPW)\s{1,9}(?=[^\s=:])`,
	String.raw`\bolcRootPW:{1,2}\s{0,9}`,
	String.raw`\bx-api-key\s{1,9}(?=[^\s=:])`,
	// A value of any form, behind a word that often has none: with capitals or many digits.
	String.raw`(?<![a-z\-])_?(?:auth|x-auth|sk|sid|session)(?:["'])?\s{0,3}[:=]\s{0,3}["']?(?=[\w+\-.\/=]{0,60}\d[\w+\-.\/=]{0,60}\d[\w+\-.\/=]{0,60})(?=[\w+\-.\/=]{16})`,
	// Unlike those of MySQL, these take it behind a blank.
	String.raw`\b(?:dumpling|mydumper|myloader|mycli|tiup|sysbench)\b[^\n;\|]{0,200}?\s-p\s{1,9}(?=[^\s\-])`,
	String.raw`\bdmctl\s{1,9}(?:\S{1,60}\s{1,9}){0,5}?(?:--)?encrypt\s{1,9}(?=["'])`,
	// `OPTIONS (PASSWORD 'x')`, `REPLACE 'x'`
	String.raw`(?:\b(?:password|replace)${gap}|(?<=[\s\(,])password)(?=\\{0,7}["']|${introducer}["'])`,
	// `ENCRYPTION KEY 'x'`, `ENCRYPTED WITH KEY 'x'`
	String.raw`\b(?:encrypt\w{0,9}${gap}(?:(?:with|by)${gap})?|master${gap})key${gap}(?=["'])`,
	// The arguments of `AES_ENCRYPT('x', 'key')`
	String.raw`\b(?:aes|des)_(?:en|de)crypt${noGap}(?=\()`,
].map(text => new RegExp(text, 'giv'));

/** The value of a header goes to the end of its line. */
export const beforeHeader = new RegExp(String.raw`\b(?:authorization|cookie2?)${separator}`, 'giv');

/** The value of a form stands on a line of its own. */
export const beforeFormValue = new RegExp(
	String.raw`\bname=\\{0,3}["']?(?:${secretWords})[\w\-]{0,40}\\{0,3}["']?\r?\n(?:[^\n]{2,200}\n){0,3}\r?\n`,
	'giv',
);

/** `<password>x`, `<entry key="password">x`, `<key>password</key><string>x` */
export const beforeElement = new RegExp(
	[
		String.raw`<(?!\/)[^<>]{0,100}(?:${secretWords})[^<>]{0,200}>`,
		String.raw`>\s{0,9}[\w\-.]{0,40}?(?:${secretWords})[\w\-.]{0,40}\s{0,9}<\/[\w:]{1,30}>\s{0,20}<\w[^<>]{0,99}>`,
	].join('|'),
	'giv',
);

/** `{"value": "x", "name": "password"}`, `<property value="x" name="password">` */
export const valueBeforeName = new RegExp(
	[
		String.raw`(?<before>\bvalue(?:\\{0,7}["'])?\s{0,9}[:=]\s{0,9})`,
		String.raw`(?:\\{0,7}"[^"]{0,400}"|\\{0,7}'[^']{0,400}')`,
		String.raw`(?=[\s,]{1,9}(?:\\{0,7}["'])?(?:name|key|id|field|type)(?:\\{0,7}["'])?\s{0,9}[:=]\s{0,9}\\{0,7}["'][^"']{0,60}?(?:${secretWords}))`,
	].join(''),
	'giv',
);

/** `-px`, `-p'x'`: only in a command of MySQL, and with nothing between. */
export const shortFlag = /(?:^|(?<=[\s"']))-p(?![\s=]|$)/gv;
export const isCommand = /mysql|maria|dump|(?:^|\s)-u/iv;

/** `curl -u user:x` */
export const userFlag =
	/(?:^|(?<=\s))(?:-u|(?<=\bcurl\b[^\n;\|]{0,200})-[a-z]{1,6}u|--(?:proxy-)?user|(?<=\bhttps?\s[^\n;\|]{0,200})-a|(?<=\bcurl\b[^\n;\|]{0,200})(?:-e|--cert))[ =]?["']?[^\s"':：]{1,99}[:：]/giv;

/**
 * Tokens by their form: of clouds, of code hosting, of Slack, of Vault, of shops of tokens, a JWT, an encoded PEM block, hashes
 * of passwords.
 */
export const shape = new RegExp(
	[
		String.raw`\b(?:AKIA|ASIA)[\dA-Z]{16}(?:[\s,\/:]{1,3}[\d+\/A-Za-z]{40})?\b`,
		// A key by what is before it, of a form that no name of an index has.
		String.raw`(?<=\b[Kk][Ee][Yy]["']?\s?[:=]\s?["']?)(?=[^\s_]{0,99}[a-z])(?=[^\s_]{0,99}[A-Z])(?=[^\s_]{0,99}\d)[\d+\-\/A-Za-z]{20,400}={0,2}(?![\w.])`,
		String.raw`(?<=\b[Kk][Ee][Yy]["']?\s?[:=]\s?["']?)[\da-f]{32,128}\b`,
		String.raw`(?<=:\/\/)(?=[^\s@]{0,99}\d)(?=[^\s@]{0,99}[A-Za-z])[\w\-]{20,255}(?=@)`,
		String.raw`\bdoo_v1_[\da-f]{40,99}`,
		String.raw`\b(?:HRKU|NRAK)-[\w\-]{20,99}`,
		String.raw`\bsq0csp-[\w\-]{20,99}`,
		String.raw`\bshp(?:at|ca|pa|ss)_[\da-f]{32,64}`,
		String.raw`\b(?:lin_api|ntn|glsa|glc|dckr_pat|pscale_pw|pscale_tkn)_(?=\w{0,99}\d)[\w\-]{24,255}`,
		String.raw`\bsecret_(?=[\dA-Za-z]{0,60}\d)[\dA-Za-z]{32,60}\b`,
		String.raw`\bdapi[\da-f]{32}\b`,
		String.raw`\b\w{14}\.atlasv1\.[\w\-]{40,255}`,
		String.raw`\bGOCSPX-[\w\-]{20,99}`,
		String.raw`(?<![\w\/])1\/\/0[\w\-]{40,255}`,
		String.raw`\bSSWS [\w\-]{20,99}`,
		String.raw`\bSK[\da-f]{32}\b`,
		String.raw`\bkey-[\da-f]{32}\b`,
		String.raw`(?<=\b(?:discord(?:app)?\.com\/api\/webhooks\/\d{1,30}|bot\/v2\/hook)\/)[\w\-]{16,255}`,
		String.raw`(?<=\/webhook\/send\?key=)[\w\-]{8,255}`,
		String.raw`\bMII[\d+\/A-Za-z]{60,16000}={0,2}`,
		String.raw`\b[\da-f]{32}:[\da-f]{32}\b`,
		String.raw`\b(?:LTAI|AKID)[\dA-Za-z]{12,60}\b`,
		String.raw`\bAIza[\w\-]{30,60}`,
		String.raw`\bya29\.[\w\-]{20,2000}`,
		String.raw`\bgl(?:pat|rt|dt|cbt|ptt|soat)-[\w\-]{16,255}`,
		String.raw`\bgithub_pat_\w{20,255}`,
		String.raw`\b(?:npm|hf)_[\dA-Za-z]{20,255}`,
		String.raw`\bpypi-[\w\-]{40,255}`,
		String.raw`\bdop_v1_[\da-f]{40,99}`,
		String.raw`\bdp\.(?:st|pt|ct|sa)\.[\w\-.]{20,255}`,
		String.raw`\bhv[brs]\.[\w\-]{20,2000}`,
		String.raw`\bsk-(?:(?:ant|proj|svcacct|admin)-[\w\-]{20,255}|(?:\w{1,20}-)?[\dA-Za-z]{20,255})`,
		String.raw`\b[rs]k_(?:live|test)_\w{16,255}`,
		String.raw`\bSG\.[\w\-]{16,64}\.[\w\-]{16,128}`,
		String.raw`\bAGE-SECRET-KEY-[\dA-Z]{40,99}`,
		String.raw`(?<!\d)\d{8,10}:AA[\w\-]{33}\b`,
		String.raw`(?<=\bhooks\.slack\.com\/services\/)[\w\/]{8,255}`,
		String.raw`\b(?:xapp|xox[abprs])-[\w\-]{8,255}`,
		String.raw`\beyJ[\w\-]{8,4000}\.[\w\-]{4,8000}(?:\.[\w\-]{0,8000}){0,3}`,
		String.raw`\beyJ(?=[\w\-]{0,99}\d)[\w\-]{33,4000}`,
		String.raw`\bgh[oprsu]_\w{20,255}`,
		String.raw`\b(?:LS0tLS1CRUdJTi|b3BlbnNzaC1rZXktdjE)[\w+\/]{16,16000}`,
		String.raw`\$2[aby]\$\d{2}\$[\w.\/]{20,60}`,
		String.raw`\$(?:[1567y]|apr1)\$[^\s$]{1,99}\$[\w.\/]{8,200}(?:\$[\w.\/]{20,200})?`,
		String.raw`\$argon2\w{1,2}\$\S{20,300}`,
		String.raw`\b(?:pbkdf2_sha|SCRAM-SHA-)\d{1,3}\$\S{20,300}`,
		String.raw`(?<=\{S?SHA\d{0,3}\})[\w+\/=]{20,200}`,
		String.raw`\*(?:[\dA-F]{40}|[\da-f]{40})\b`,
		String.raw`\$A\$\d{3}\$\S{20,200}`,
	].join('|'),
	'gv',
);

/** "password hunter2": followed by a word that is not DM's or MySQL's, unless it is the name of a column. */
export const wordBehindPassword = new RegExp(
	[
		'(?<before>',
		String.raw`(?<!\bcolumn\s{1,9})\bpassw(?:or)?d\s{1,9}(?:(?:is|was|of|(?:set|changed|reset)\s{1,9}to|\|)\s{1,9}|for\s{1,9}\S{1,99}\s{1,9}(?:is|was)\s{1,9})?`,
		String.raw`|\bdmctl\s{1,9}(?:\S{1,60}\s{1,9}){0,5}?(?:--)?encrypt\s{1,9}(?=[!-~])`,
		// 密码是 x, 密码“x”, 密码（x）
		String.raw`|(?:${wordsInSentences})\s{0,3}[是为為はがを는은]?\s{0,3}["'“「『\(（]?(?=[!-~])(?![\w\-]{1,40}[：:=])`,
		String.raw`)[^\s"'\(\),.:：;=\x60${wideEnds}]{1,200}`,
	].join(''),
	'giv',
);

const blank = String.raw`(?: |\+|%20)`;

/** The first line of a private key, which may be encoded. */
export const privateKey = new RegExp(
	String.raw`-{4,5}${blank}?BEGIN${blank}[\d %+A-Z]{0,60}PRIVATE${blank}KEY(?:${blank}BLOCK)?${blank}?-{4,5}`,
	'gv',
);
export const privateKeyEnd = new RegExp(`-{4,5}${blank}?END`, 'gv');

/** The private part of a key of PuTTY. */
export const privateLines = /\bPrivate-Lines:\s{1,9}\d{1,5}\s/gv;

/** `"mysql://root:x y@host"`: what Go quotes of an address that is none, up to the host behind the password. */
export const quotedUser =
	/(?<before>(?<quote>["'])[a-z][\w+\-.]{1,30}:\/\/[^\s"'\/:@]{0,64}:(?!\d{1,5}(?:[\s"#'\/:?]|$)))[^\n]{1,256}?(?=@[^\s@]{1,200}?\k<quote>)/giv;

/**
 * `mysql://root:x y@host`: a password with a blank or a quote in it, and one that was cut off. Behind a host, its port or
 * a colon ends the URL.
 */
export const looseUser =
	/(?<before>\b[a-z][\w+\-.]{1,30}:\/\/[^\s"'\/:<>@\[]{1,64}:(?![\s$<\{]|\d{1,5}(?:\W|$)))(?:[^\n@]{1,100}(?=@[\w\[])|(?=[^\s"'\/@]{0,99}\d)[^\s"'\/@]{1,100}@?(?=\.{3}|…|$))/giv;

/** `db1:5432:shop:root:x`: a line of .pgpass; what begins with a UUID is a GTID. */
export const passwordFile =
	/(?<before>(?:^|[\n"'])(?![\da-f]{8}-[\da-f]{4}-)(?=[\w\-.]{0,64}[*.a-z])[\w*\-.]{1,64}:(?:\d{2,5}|\*):[\w*\-]{1,64}:[\w*\-]{1,64}:)[^\s"':]{1,200}(?=[\s"']|$)/giv;

/** `root%3Ax%40host`: a user, a password and a host in a query. */
export const encodedUser = /(?<before>(?:(?:%2f){2}|^|[\s"'=])[\w\-.]{0,64}%3a)[^\s"']{1,200}?(?=%40)/giv;
