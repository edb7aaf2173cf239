/** Scalars of a YAML document, by their key: enough for a configuration without a YAML parser. */

/** The scalars that follow a key. `where` is a pattern for what may precede it: '' for top-level keys. */
export const scalarsOf = (text: string, key: string, where: '' | 'anywhere' = ''): string[] =>
	text
		.matchAll(
			new RegExp(
				String.raw`^${where === '' ? '' : String.raw`[ \t]*(?:- )?`}${key}:[ \t]*(?:"(?<double>[^"\n]*)"|'(?<single>[^'\n]*)'|(?<plain>[^\n#"']*))`,
				'gmv',
			),
		)
		.map(({groups}) => (groups?.['double'] ?? groups?.['single'] ?? groups?.['plain'] ?? '').trim())
		.toArray();
