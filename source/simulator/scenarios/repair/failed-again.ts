/** Repairs that fail again: what comes next was hidden behind the first error. */
export const scenario = `{
	"summary": "repairs that fail again: a bad DDL behind a bad DDL, rows that no longer fit",
	"workers": 4,
	"warm-up": "15m",
	"sources": [
		{"name": "mysql-blog-01", "rows": 210, "file": 33},
		{"name": "mysql-blog-02", "rows": 190, "file": 31},
		{"name": "mysql-mail", "rows": 80, "file": 12},
	],
	"tasks": [
		{"name": "posts", "sources": ["mysql-blog-01", "mysql-blog-02"], "unit": "Sync", "target": "blog.posts"},
		{"name": "comments", "sources": ["mysql-blog-02"], "mode": "incremental", "share": 0.3, "target": "blog.comments"},
		{"name": "letters", "sources": ["mysql-mail"], "mode": "incremental", "target": "mail.letters"},
	],
	"events": [
		// Skip the first, and a second later it is stopped at the second.
		{"at": "-12m", "do": "error", "task": "posts", "source": "mysql-blog-01", "error": "bad-ddl",
			"sql": "ALTER TABLE blog.posts ADD COLUMN spot POINT NOT NULL"},
		{"at": "-11m50s", "do": "error", "task": "posts", "source": "mysql-blog-01", "error": "bad-ddl",
			"sql": "ALTER TABLE blog.posts ADD COLUMN area POLYGON"},
		// Skipping a column that the rows behind it have: replace it instead (the column, then its key),
		// or set the table structure afterwards.
		{"at": "-8m", "do": "error", "task": "comments", "error": "unsupported-ddl", "then": "column-count",
			"sql": "ALTER TABLE blog.comments ADD COLUMN score VARCHAR(16) UNIQUE KEY"},
		// A resume runs into the same row again; a start in safe mode passes it.
		{"at": "-5m", "do": "error", "task": "letters", "error": "duplicate-entry"},
	],
}
`;
