/** A pause that leaves a harmless error behind. */
export const scenario = `{
	"summary": "pauses by hand: one leaves the error of a closed connection behind, which is none",
	"workers": 3,
	"sources": [
		{"name": "mysql-inn-01", "rows": 150, "file": 17},
		{"name": "mysql-inn-02", "rows": 140, "file": 16},
	],
	"tasks": [
		{"name": "rooms", "sources": ["mysql-inn-01", "mysql-inn-02"], "unit": "Sync", "target": "inn.rooms"},
		{"name": "guests", "sources": ["mysql-inn-01"], "mode": "incremental", "share": 0.3, "target": "inn.guests"},
		{"name": "bills", "sources": ["mysql-inn-02"], "mode": "incremental", "share": 0.3, "target": "inn.bills"},
	],
	"events": [
		{"at": "-3m", "do": "pause", "task": "rooms", "leaves": "closed"},
		{"at": "-2m", "do": "pause", "task": "guests"},
		{"at": "20s", "do": "pause", "task": "bills", "leaves": "closed"},
	],
}
`;
