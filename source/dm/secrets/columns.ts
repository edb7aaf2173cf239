/** Recognises columns named `password` in a statement: what follows them is not a secret. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/v));

/** The types of MySQL, MariaDB and TiDB. */
const types = words(`
	bit bool boolean tinyint smallint mediumint middleint int integer bigint int1 int2 int3 int4 int8 serial
	decimal dec numeric fixed number float float4 float8 double real date datetime time timestamp year
	char character varchar varcharacter varchar2 nchar nvarchar national long binary varbinary raw
	tinytext text mediumtext longtext clob tinyblob blob mediumblob longblob enum set json xml uuid inet4 inet6 vector
	geometry point linestring polygon multipoint multilinestring multipolygon geometrycollection geomcollection
`);

/** `DROP password RESTRICT`, `WHERE password REGEXP …` */
const others = words('restrict having rlike regexp xor');

/** `ALTER TABLE t CHANGE password`, and the same after another change. */
const changed =
	/(?:,|\btable\s{1,9}(?:if\s{1,9}exists\s{1,9})?\S{1,200})\s{0,20}\bchange\s{1,9}passw(?:or)?d\s{1,9}$/iv;

/** Whether the word from `start` to `end`, behind "password", is the type or the new name of a column. */
export const isOfColumn = (text: string, start: number, end: number): boolean => {
	const word = text.slice(start, end).toLowerCase();
	if (types.has(word) || others.has(word)) {
		return true;
	}

	const next = /^\s{1,9}(?<type>[\da-z]{1,20})\b/iv.exec(text.slice(end, end + 32))?.groups?.['type'];
	return (
		next !== undefined &&
		types.has(next.toLowerCase()) &&
		changed.test(text.slice(Math.max(0, start - 300), start))
	);
};
