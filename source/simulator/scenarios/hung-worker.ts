/** A worker that is alive but does not answer. */
export const scenario = `{
	"summary": "a worker that stops answering after 15 s, for three minutes; the other sources stay live",
	"workers": 4,
	"sources": [
		{"name": "mysql-a", "rows": 200, "file": 17},
		{"name": "mysql-b", "rows": 210, "file": 19},
		{"name": "mysql-c", "rows": 190, "file": 16},
	],
	"tasks": [
		{"name": "ledger", "sources": ["mysql-a", "mysql-b", "mysql-c"], "unit": "Sync", "target": "bank.ledger"},
		{"name": "statements", "sources": ["mysql-b"], "mode": "incremental", "share": 0.2, "target": "bank.statements"},
		{"name": "cards", "sources": ["mysql-a", "mysql-c"], "mode": "incremental", "share": 0.3, "target": "bank.cards"},
	],
	"events": [
		{"at": "15s", "every": "8m", "do": "worker-hangs", "source": "mysql-b", "for": "3m"},
	],
}
`;
