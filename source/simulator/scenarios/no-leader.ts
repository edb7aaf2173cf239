/** The masters lose their leader, and then their majority. */
export const scenario = `{
	"summary": "the leader dies after 15 s, an election takes a minute; later two of three masters are gone",
	"workers": 3,
	"sources": [
		{"name": "mysql-one", "rows": 180, "file": 12},
		{"name": "mysql-two", "rows": 170, "file": 11},
	],
	"tasks": [
		{"name": "articles", "sources": ["mysql-one", "mysql-two"], "unit": "Sync", "target": "news.articles"},
		{"name": "comments", "sources": ["mysql-two"], "mode": "incremental", "share": 0.4, "target": "news.comments"},
	],
	"events": [
		{"at": "15s", "every": "15m", "do": "leader-dies", "for": "8m"},
		// With this one only one of three is left: no leader until the first is back.
		{"at": "4m", "every": "15m", "do": "leader-dies", "for": "6m"},
	],
}
`;
