/** Rows that differ downstream, found by validators. */
export const scenario = `{
	"summary": "validators that find rows that differ, more of them after 30 s; one has given up",
	"workers": 4,
	"warm-up": "12m",
	"sources": [
		{"name": "mysql-bank-01", "rows": 160, "file": 44},
		{"name": "mysql-bank-02", "rows": 150, "file": 41},
		{"name": "mysql-bank-03", "rows": 70, "file": 13},
	],
	"tasks": [
		{"name": "accounts", "sources": ["mysql-bank-01", "mysql-bank-02"], "unit": "Sync", "target": "bank.accounts",
			"validation": "full"},
		{"name": "transfers", "sources": ["mysql-bank-02"], "mode": "incremental", "share": 0.5, "target": "bank.transfers",
			"validation": "fast"},
		{"name": "cards", "sources": ["mysql-bank-03"], "mode": "incremental", "target": "bank.cards", "validation": "full"},
		{"name": "branches", "sources": ["mysql-bank-03"], "mode": "incremental", "share": 0.1, "target": "bank.branches"},
	],
	"events": [
		// Stored by now, and so in the list of differing rows.
		{"at": "-10m", "do": "rows-differ", "task": "accounts", "source": "mysql-bank-01", "rows": 17},
		// Counted at once, and in the list only when DM stores it, every five minutes.
		{"at": "30s", "do": "rows-differ", "task": "transfers", "rows": 2},
		{"at": "-6m", "do": "validation-stops", "task": "cards"},
	],
}
`;
