/** What a configuration is made of. */

/** One value of a configuration, or a piece of text between two. */
export type ConfigPiece =
	| {readonly kind: 'text'; readonly text: string}
	| {
			readonly kind: 'setting';
			/** "target-database.password", "mysql-instances[0].meta.binlog-name". */
			readonly path: string;
			/** The name of the value: the last name of the path. */
			readonly key: string;
			/** The text up to the value. */
			readonly before: string;
			/** The raw value, which may have several lines, without the line break at its end. */
			readonly value: string;
			/** The line break. */
			readonly after: string;
	  };

/** The form of a configuration: tasks and sources have YAML, subtasks and members TOML. */
export type ConfigFormat = 'yaml' | 'toml';
