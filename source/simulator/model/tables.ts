/** The tables of a task: their names upstream and downstream, and their structure. */

/** A table name as DM quotes it. */
export const quoted = (database: string, table: string): string => `\`${database}\`.\`${table}\``;

/** The database of a source that has shards of one: "shop_02" for the second source. */
export const shardDatabase = (database: string, index: number): string =>
	`${database}_${String(index + 1).padStart(2, '0')}`;

/** Sharded tables on each source. */
export const shardsEach = 3;

/** A table upstream, and where its rows go. */
export type SourceTable = {
	readonly schema: string;
	readonly table: string;
	readonly targetSchema: string;
	readonly targetTable: string;
};

/** What the tables of a subtask depend on. */
type Tabled = {
	readonly task: {
		readonly database: string;
		readonly table: string;
		readonly shardMode: string;
		readonly subtasks: ReadonlyArray<{readonly source: unknown}>;
	};
	readonly source: unknown;
};

/** The tables of a subtask upstream, in the order of their names. */
export const tablesOf = ({task, source}: Tabled): readonly SourceTable[] => {
	const target = {targetSchema: task.database, targetTable: task.table};
	if (task.shardMode === '') {
		return [{schema: task.database, table: task.table, ...target}];
	}

	const index = task.subtasks.findIndex(subtask => subtask.source === source);
	return Array.from({length: shardsEach}, (_, shard) => ({
		schema: shardDatabase(task.database, index),
		table: `${task.table}_${shard + 1}`,
		...target,
	}));
};

/** The downstream structure of a table: seven columns. */
export const downstreamStructure = (table: string): string =>
	`CREATE TABLE \`${table}\` ( \`id\` bigint(20) NOT NULL, \`customer_id\` bigint(20) DEFAULT NULL, \`status\` varchar(16) DEFAULT NULL, \`amount\` decimal(10,2) DEFAULT NULL, \`note\` varchar(255) DEFAULT NULL, \`created_at\` datetime DEFAULT NULL, \`updated_at\` datetime DEFAULT NULL, PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`;

/** The number of columns of a table that has one more upstream. */
export const columnsOfRows = 8;

/** The upstream structure of such a table. */
export const upstreamStructure = (table: string): string =>
	downstreamStructure(table).replace(', PRIMARY KEY', ', `extra` int(11) DEFAULT NULL, PRIMARY KEY');

/** The structure that the syncer has for a table: the one that was set manually, or the one from downstream. */
export const structureOf = (
	{structures}: {readonly structures: ReadonlyMap<string, string>},
	{schema, table}: SourceTable,
): string => structures.get(quoted(schema, table)) ?? downstreamStructure(table);

const noColumn = /^\s*(?:primary|unique|fulltext|spatial|foreign|key|index|constraint|check)\b/iv;

/** The number of columns in a CREATE TABLE statement; undefined for anything else. */
export const columnsIn = (statement: string): number | undefined => {
	const body = /^\s*create\s+table\b[^\(]*\((?<body>[\s\S]*)\)[^\)]*$/iv.exec(statement)?.groups?.['body'];
	if (body === undefined) {
		return undefined;
	}

	let depth = 0;
	const parts = [''];
	for (const letter of body) {
		depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
		if (letter === ',' && depth === 0) {
			parts.push('');
		} else {
			parts[parts.length - 1] += letter;
		}
	}

	return parts.filter(part => part.trim() !== '' && !noColumn.test(part)).length;
};
