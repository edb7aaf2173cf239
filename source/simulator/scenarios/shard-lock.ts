/** Sharding DDL: a lock that waits for one source, and a conflict in optimistic mode. */
export const scenario = `{
	"summary": "a shard DDL that waits four minutes for its last source, and an optimistic conflict after 40 s",
	"workers": 5,
	"sources": [
		{"name": "mysql-shard-01", "rows": 220, "file": 40},
		{"name": "mysql-shard-02", "rows": 205, "file": 38},
		{"name": "mysql-shard-03", "rows": 230, "file": 41},
		{"name": "mysql-shard-04", "rows": 180, "file": 36},
	],
	"tasks": [
		{"name": "events", "sources": ["mysql-shard-01", "mysql-shard-02", "mysql-shard-03", "mysql-shard-04"],
			"mode": "incremental", "shard-mode": "pessimistic", "share": 0.5, "target": "stats.events"},
		{"name": "profiles", "sources": ["mysql-shard-01", "mysql-shard-02"], "mode": "incremental",
			"shard-mode": "optimistic", "share": 0.2, "target": "users.profiles"},
		{"name": "audit", "sources": ["mysql-shard-03"], "unit": "Sync", "share": 0.1, "target": "audit.log"},
	],
	"events": [
		{"at": "-90s", "every": "15m", "do": "shard-ddl", "task": "events", "arrives": ["0s", "15s", "50s", "never"],
			"sql": "ALTER TABLE \`stats\`.\`events\` ADD COLUMN \`device\` VARCHAR(32)"},
		{"at": "4m", "every": "15m", "do": "shard-ddl-arrives", "task": "events"},
		{"at": "40s", "every": "15m", "do": "shard-conflict", "task": "profiles", "source": "mysql-shard-02", "for": "5m",
			"sql": "ALTER TABLE \`users\`.\`profiles\` MODIFY COLUMN \`code\` INT NOT NULL"},
	],
}
`;
