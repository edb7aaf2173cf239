/** Transactions that were never replicated, which only the GTID set shows. */
export const scenario = `{
	"summary": "transactions that a syncer has passed over: nothing tells but a gap in its GTID set",
	"workers": 3,
	"sources": [
		{"name": "mysql-gate-01", "rows": 170, "file": 20},
		{"name": "mysql-gate-02", "rows": 160, "file": 19},
	],
	"tasks": [
		{"name": "entries", "sources": ["mysql-gate-01", "mysql-gate-02"], "unit": "Sync", "target": "gate.entries"},
		{"name": "badges", "sources": ["mysql-gate-02"], "mode": "incremental", "share": 0.2, "target": "gate.badges"},
	],
	"events": [
		{"at": "-2m", "do": "gtid-gap", "task": "entries", "source": "mysql-gate-01", "rows": 412},
		{"at": "30s", "do": "gtid-gap", "task": "badges", "rows": 1},
	],
}
`;
