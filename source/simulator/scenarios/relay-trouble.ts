/** Relay logs that stop: the tasks that read them wait, without reporting it. */
export const scenario = `{
	"summary": "relay logs that fail: a full disk, a purged binlog, an upstream that changed",
	"workers": 5,
	"sources": [
		{"name": "mysql-relay-01", "rows": 260, "file": 66, "relay": true},
		{"name": "mysql-relay-02", "rows": 240, "file": 61, "relay": true},
		{"name": "mysql-relay-03", "rows": 210, "file": 58, "relay": true},
		{"name": "mysql-direct", "rows": 150, "file": 20},
	],
	"tasks": [
		{"name": "bookings", "sources": ["mysql-relay-01", "mysql-relay-02"], "unit": "Sync", "target": "travel.bookings"},
		{"name": "seats", "sources": ["mysql-relay-02", "mysql-relay-03"], "mode": "incremental", "share": 0.3,
			"target": "travel.seats"},
		{"name": "tickets", "sources": ["mysql-relay-03", "mysql-direct"], "mode": "incremental", "share": 0.4,
			"target": "travel.tickets"},
	],
	"events": [
		// Somebody frees space after a while.
		{"at": "-2m", "every": "20m", "do": "relay-error", "source": "mysql-relay-01", "error": "disk-full", "for": "7m"},
		// This one needs a person.
		{"at": "30s", "do": "relay-error", "source": "mysql-relay-03", "error": "binlog-purged"},
		{"at": "3m", "every": "20m", "do": "relay-error", "source": "mysql-relay-02", "error": "other-upstream", "for": "90s"},
	],
}
`;
