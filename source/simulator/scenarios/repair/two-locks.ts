/** Two shard DDLs of one task that wait, one after the other. */
export const scenario = `{
	"summary": "a task with two shard DDLs that wait for the same source, and an optimistic DDL under way",
	"workers": 4,
	"sources": [
		{"name": "mysql-zone-01", "rows": 180, "file": 24},
		{"name": "mysql-zone-02", "rows": 170, "file": 22},
		{"name": "mysql-zone-03", "rows": 160, "file": 21},
	],
	"tasks": [
		{"name": "visits", "sources": ["mysql-zone-01", "mysql-zone-02"], "mode": "incremental",
			"shard-mode": "pessimistic", "share": 0.5, "target": "park.visits"},
		{"name": "tickets", "sources": ["mysql-zone-02", "mysql-zone-03"], "mode": "incremental",
			"shard-mode": "optimistic", "share": 0.3, "target": "park.tickets"},
	],
	"events": [
		// Unlock the first: mysql-zone-01 continues, and waits again at the second.
		{"at": "-3m", "do": "shard-ddl", "task": "visits", "arrives": ["0s", "never"],
			"sql": "ALTER TABLE \`park\`.\`visits\` ADD COLUMN \`gate\` INT"},
		{"at": "-2m", "do": "shard-ddl", "task": "visits", "table": "queues", "arrives": ["0s", "never"],
			"sql": "ALTER TABLE \`park\`.\`queues\` ADD COLUMN \`length\` INT"},
		{"at": "-1m", "do": "shard-ddl", "task": "tickets", "arrives": ["0s", "2m"],
			"sql": "ALTER TABLE \`park\`.\`tickets\` ADD COLUMN \`colour\` VARCHAR(16)"},
	],
}
`;
