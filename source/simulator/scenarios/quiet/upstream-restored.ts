/** An upstream that was restored from a backup: its binlog ends before the checkpoint. */
export const scenario = `{
	"summary": "an upstream restored from a backup: the checkpoint lies past the end of its binlog",
	"workers": 3,
	"sources": [
		{"name": "mysql-vault-01", "rows": 130, "file": 23},
		{"name": "mysql-vault-02", "rows": 120, "file": 21},
	],
	"tasks": [
		{"name": "records", "sources": ["mysql-vault-01", "mysql-vault-02"], "unit": "Sync", "target": "vault.records"},
		{"name": "keys", "sources": ["mysql-vault-02"], "mode": "incremental", "share": 0.2, "target": "vault.keys"},
	],
	"events": [
		{"at": "-1m", "do": "upstream-restored", "source": "mysql-vault-01", "back": "3h"},
	],
}
`;
