/** Where passwords, keys and tokens are in text, where they end, and what is not a secret. */
import {expect, test} from 'vitest';
import {stripSecrets} from '../../../source/dm/secrets/passwords.js';
import {isSecretKey} from '../../../source/dm/secrets/secret-words.js';

test.each([
	// Where users, passwords and hosts stand together.
	['open root:x@tcp(db1:3306)/shop', 'open root:******@tcp(db1:3306)/shop'],
	['open root:a b"c@tcp(db1:3306)/', 'open root:******@tcp(db1:3306)/'],
	['failed: root:a b@unix(/tmp/s)', 'failed: root:******@unix(/tmp/s)'],
	['a: b\nroot:x y@tcp(h)/', 'a: b\nroot:******@tcp(h)/'],
	['root:x y@tcp(h) and bob:z w@tcp(i)', 'root:******@tcp(h) and bob:******@tcp(i)'],
	[`${'x'.repeat(300)} root:a b@tcp(h)`, `${'x'.repeat(300)} root:******@tcp(h)`],
	['from mysql://root:x@db1:3306/shop to', 'from mysql://root:******@db1:3306/shop to'],
	['http://u:p@h/a, http://v:q@i', 'http://u:******@h/a, http://v:******@i'],
	['root:x@[::1]:3306', 'root:******@[::1]:3306'],
	['root%3Ax9%40db1', 'root%3A******%40db1'],
	// Keys and their values.
	['password = "x y" end', 'password = ****** end'],
	["MASTER_PASSWORD='x', PORT=1", 'MASTER_PASSWORD=******, PORT=1'],
	['{"api_key":"x","a":1}', '{"api_key":******,"a":1}'],
	['{"name":"password","value":"x"}', '{"name":"password","value":******}'],
	['token: abc def', 'token: ******'],
	['see token: abc def', 'see token: ****** def'],
	['passphrase=x&a=1', 'passphrase=******'],
	['密码：x', '密码：******'],
	['密码: x', '密码: ******'],
	['Authorization: Basic eHl6 abc\nnext', 'Authorization: ******\nnext'],
	['Cookie: a=1; b=2\nnext', 'Cookie: ******\nnext'],
	['Authorization: Basic eHl6', 'Authorization: ******'],
	['403, Cookie: a=1; b=2', '403, Cookie: ******'],
	['bearer 12345678abc', 'bearer ******'],
	['<password>x y</password> of root', '<password>******</password> of root'],
	// Statements.
	["IDENTIFIED BY 'x' REQUIRE SSL", 'IDENTIFIED BY ****** REQUIRE SSL'],
	["IDENTIFIED WITH caching_sha2_password BY 'x'", 'IDENTIFIED WITH caching_sha2_password BY ******'],
	["SET PASSWORD FOR 'u'@'%' = 'x'", "SET PASSWORD FOR 'u'@'%' = ******"],
	// Commands.
	['mysqldump -px -h db1', 'mysqldump -p****** -h db1'],
	['curl -u root:x http://h', 'curl -u root:****** http://h'],
	['sshpass -p x ssh h', 'sshpass -p ****** ssh h'],
	['x --token abc -v', 'x --token ****** -v'],
	// What is one by its looks.
	['key AKIAABCDEFGHIJKLMNOP.', 'key ******.'],
	['got ghp_abcdefghijklmnopqrstu1', 'got ******'],
	['-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA', '-----BEGIN RSA PRIVATE KEY-----******-----END RSA'],
	['-----BEGIN PRIVATE KEY-----\nabc', '-----BEGIN PRIVATE KEY-----******'],
	['the password hunter2 is wrong', 'the password ****** is wrong'],
	// Disguised.
	['ｐａｓｓｗｏｒｄ＝x', 'ｐａｓｓｗｏｒｄ＝******'],
	[String.raw`p\u0061ssword=x`, String.raw`p\u0061ssword=******`],
	['pass\u{200B}word=x', 'pass\u{200B}word=******'],
	[
		String.raw`a\u003d&lt;b&gt; pass\u0077ord\u003d\u0078y\u003d, 1\u003d2`,
		String.raw`a\u003d&lt;b&gt; pass\u0077ord\u003d******, 1\u003d2`,
	],
	['&quot;a&quot; token=x&quot; &amp; b', '&quot;a&quot; token=******&quot; &amp; b'],
	['a\u{200B}b token=\u{200B}x\u{AD}y\u{200B} b\u{200B}', 'a\u{200B}b token=\u{200B}****** b\u{200B}'],
	// In Chinese.
	['获取失败，原因：password=abc，重试', '获取失败，原因：password=******，重试'],
	['（token=abc）失败。token=def。再试！', '（token=******）失败。token=******。再试！'],
	['密码：（a，b），令牌 token：“a；b”无效', '密码：******，令牌 token：******无效'],
	['password：！x！y', 'password：******！y'],
	['the password hunter2，重试', 'the password ******，重试'],
	['连接失败：root:x@tcp（db1:3306）', '连接失败：******@tcp（db1:3306）'],
	["secret=x'password：y z", 'secret=****** z'],
	['ｕ：ｐ＠ｄｂ１', 'ｕ：******＠ｄｂ１'],
	['ssl-key=abc，参见 x.pem', 'ssl-key=******，参见 x.pem'],
	// What overlaps.
	['password=x:y@h token=password=z', 'password=****** token=******'],
])('%j becomes %j', (text, stripped) => {
	expect(stripSecrets(text)).toBe(stripped);
});

test.each([
	'write to anna@example.com, or to bert@example.com',
	'https://h/a:b@c',
	'https://docs.pingcap.com/tidb/stable#password',
	'using password: YES',
	'the password is wrong',
	'the token has expired',
	'mysql -p',
	"user 'root'@'%'",
	'root@db1:3306',
	'to @tcp(h)',
	'a: @b',
	'no keys here',
	'tasks -parallel 5',
	'a key is missing',
	'caf\u{E9}',
	'用 dmctl encrypt 重新加密密码，写入数据源文件。密码是错误的',
	'corrected or encrypted the password | DM knows',
	'Unknown column `password`: retry',
	'VALUES (LIKE "%41%", 100%25)',
])('%s is kept', text => {
	expect(stripSecrets(text)).toBe(text);
});

test('a key shows that its value is a secret', () => {
	const keys = [
		'password',
		'Passwd',
		'db_password',
		'pwd',
		'api-key',
		'accessKey',
		'secret',
		'sessionid',
		'sig',
		'密码',
		'path',
		'passed',
		'bypass_list',
		'key',
		'design',
		'task',
	];
	expect(keys.filter(key => isSecretKey(key))).toEqual(keys.slice(0, 10));
});

test.each([
	'ssl-key: /etc/dm/client-key.pem',
	'ssl_key="certs/client.key"',
	"MASTER_SSL_KEY='../key.pem', MASTER_SSL=1",
	'foreign key (server_id), key: primary',
	'the key of the server: unknown',
	String.raw`a path C:\x64\u0041bc and &lt;nil&gt; &amp; more`,
])('the name of a file, and what is no key, stay: %s', text => {
	expect(stripSecrets(text)).toBe(text);
});

test.each([
	'ALTER TABLE t ADD password LONGTEXT NULL',
	'ALTER TABLE t ADD password NVARCHAR(20), ADD passwd national varchar(9)',
	'ALTER TABLE t MODIFY password TINYTEXT',
	'ALTER TABLE t CHANGE password password_hash VARCHAR(60)',
	'ALTER TABLE `shop`.`t`\n\tCHANGE passwd digest char(60) NOT NULL',
	'ALTER TABLE t DROP a, CHANGE password digest Binary(60)',
	'CREATE TABLE t (id INT, password geometry, KEY password (password), INDEX (id, password(10)))',
	'ALTER TABLE t ADD UNIQUE password (password(20)), DROP passwd RESTRICT',
	'INSERT INTO password (a, b) SELECT a, b FROM t',
])('the types and new names of columns stay: %s', text => {
	expect(stripSecrets(text)).toBe(text);
});

test.each(['next token: EOF', 'parse error, next token: <EOF>, want }', 'unexpected token: EOF.'])(
	'that a text is at its end stays: %s',
	text => {
		expect(stripSecrets(text)).toBe(text);
	},
);

test.each([
	['change password hunter2 text', 'change password ****** text'],
	['ALTER TABLE t CHANGE password hunter2', 'ALTER TABLE t CHANGE password ******'],
	["VALUES (1, PASSWORD(12345), PASSWORD('1'))", 'VALUES (1, PASSWORD(******), PASSWORD(******))'],
	['next token: EOFx', 'next token: ******'],
	['next token: EOF.x', 'next token: ******'],
	['password: EOF', 'password: ******'],
	['token=EOF', 'token=******'],
])('what only looks like that is hidden: %s', (text, stripped) => {
	expect(stripSecrets(text)).toBe(stripped);
});

test.each([
	"Duplicate entry 'x' for key 'users.password_idx'",
	"Duplicate entry '1-2' for key 'idx_orders_20240101_AbCdEfGh'",
	'INSERT INTO t (id, token) VALUES (?, ?), (NULL, DEFAULT)',
	'SELECT\n  id, password\nFROM a, b\nWHERE x = 1',
	'CREATE TABLE users (\n  id INT,\n  password VARCHAR(20),\n  KEY k (id, password)\n)',
	'{\n\tuser,\n\tpassword,\n\thost,\n}',
	'user, host and password are wrong\na, b and c',
	'host,port\ndb1,3306',
	'key: PRIMARY, index: idx_user_token_2024',
	'sort key=customer_id_2024, partition key=20241201',
	'etcd key: /dm-master/upstream/config/mysql-replica-01',
	'key=3ccc475b-2343-11e7-be21-6c0b84d59f30',
	'auth: caching_sha2_password, auth=mysql_native_password',
	'http://10.0.0.1:8261 failed for user root@db1',
	'dial http://db1:8261: connect: root@db2 refused',
	'tcp://db1:port, mysql://db1:3306/shop',
	'see https://docs.pingcap.com/tidb-data-migration/stable: mail to a@b.c',
	'3ccc475b-2343-11e7-be21-6c0b84d59f30:10:nightly:x:5',
	'mysql-bin.000001:4',
	'session: 12345, session=sql_mode, sid=42',
	'docker run -p 3306:3306 mysql',
	'redis-cli -h db1 ping',
	'setenv PATH /bin, env MYSQL_HOST db1',
	'task: secret_orders_2024_customers_eu_west_1',
	'Κωνσταντίνος wrote, ошибка: a и b',
	'checksum d41d8cd98f00b204e9800998ecf8427e',
])('what a DBA needs stays: %s', text => {
	expect(stripSecrets(text)).toBe(text);
});

test('only the columns of secrets are hidden', () => {
	expect(stripSecrets('id,password,host\n1,x,db1\n2,y,db2\n\nrows: 2')).toBe(
		'id,password,host\n1,******,db1\n2,******,db2\n\nrows: 2',
	);
	expect(stripSecrets("INSERT INTO u (id, pwd, name) VALUES (1, 'a,(b', 'c'), (2, x(1, 2), 'd') ON")).toBe(
		"INSERT INTO u (id, pwd, name) VALUES (1, ******, 'c'), (2, ******, 'd') ON",
	);
	expect(stripSecrets('UPDATE t SET\n  password = a b, c = 1')).toBe(
		'UPDATE t SET\n  password = ******, c = 1',
	);
});
