/** The words before or behind which a secret stands. */

/** What a person or a program has, kept from all others. */
const meanings = [
	'p[4@a][$5s]{1,2}w[0o]?r[dt]|passowrd|passwrod|passord|passwd|pass[ _](?:word|phrase)|passw(?![a-z])|(?<![a-z])pswd?(?![a-z])',
	'pass(?:phrase|code|key)',
	'(?<!by|com|over|sur|tres|under)pass(?![a-z])|pwd(?![a-z])',
	String.raw`(?<![a-z])(?:(?:admin|bind|db|ldap|mysql|repl|root|ssh|tidb|user)[\-_]?)?pw(?![a-z])`,
	'secret',
	'credential|(?<![a-z])creds?(?![a-z])',
	'token',
	'signature',
	'authentication_string',
	String.raw`(?:api|access|account|private|session|encrypt(?:ion)?|security|consumer|hmac|(?<![a-z])app)[ \-_]?key`,
	String.raw`(?<![a-z])(?:j|php|asp)?sess(?:ion)?[\-_]?id(?![a-z])|connect\.sid`,
	'(?<![a-z])(?:sig|hmac|[cx]srf|jwt|otp|mima|psk)(?![a-z])',
	'(?:subscription|functions|storage)-key|aspxauth|(?:bind|requires?|master)auth|remember_me|laravel_session',
];

const chinese = String.raw`[密秘]\s?[码碼鑰钥]|口令|令牌`;

const otherLanguages = [
	'パスワード|暗証番号|비밀번호|암호|парол[аь]|凭[据據證证]|暗号',
	'jelszó|salasana|adgangskode|kata sandi|รหัสผ่าน|كلمة المرور|סיסמה|पासवर्ड|κωδικός|parolă',
	'senha|contrase(?:ñ|n|n\u{303})a|mot[ _]de[ _]passe|parola',
	'kennwort|wachtwoord|(?<![a-z])has[lł]o(?![a-z])|heslo|lösenord|şifre|mật khẩu',
];

/** A pattern of them, in lower case. */
export const secretWords = [...meanings, chinese, ...otherLanguages].join('|');

/** A pattern of those that stand in a sentence without a blank between. */
export const wordsInSentences = `${chinese}|パスワード|비밀번호`;

const secretKey = new RegExp(secretWords, 'iv');

/** True when the value of this key is a secret. */
export const isSecretKey = (key: string): boolean => secretKey.test(key);

const looksSecret =
	/passw|p[4@a][$5s]{1,2}w|passo|redis|ldap|mongo|:\/\/|:[^\s:]{1,64}:[^\s:]{1,64}:|-pa?s{0,2}\b|key|sid=|psk|mima|[@凭密秘]|暗号|jelsz|salas|adgang|kata|รหัส|كلمة|סיסמ|पास|κωδ|doo_|hrku|sq0|shp|lin_|ntn_|gl[cs]a?_|dapi|dckr|atlasv1|nrak|pscale|gocspx|1\/\/0|ssws|mii|curl|openssl|vault|\bsk[\da-f]|apr1|[\da-f]{32}:|wx|bot\d|setx|pass[ _]|pswd?\b|pass(?:phrase|code|key)|pass\b|pwd?\b|sess|sig|hmac|[cx]srf|jwt|otp|\.sid|senha|contrase|mot.de|парол|パスワ|暗証|비밀|암호|parola|kennw|wachtw|has[lł]o|heslo|senord|ifre|khẩu|%40|secret|cred|token|identified|auth|bearer|cookie|(?:mysql|maria|dump|dmctl)(?=[\s\S]{0,2000}\s-)|-u|user|令牌|口令|akia|asia|ltai|akid|aiza|ya29|glpat|github_|npm_|hv[brs]\.|sk-|slack|basic|crypt|eyj|gh[oprsu]_|[rs]k_|sg\.|hf_|gl(?:rt|dt|cbt|ptt|soat)-|pypi|dop_|dp\.|xapp|:aa|ls0t|b3bl|argon|pbkdf|scram|sha\d{0,3}\}|\$[156y]\$|xox|\$2|\$a|\*[\da-f]{8}|begin|private/iv;

/** A quick look: false where no secret is. */
export const maySaySecrets = (text: string): boolean => looksSecret.test(text);
