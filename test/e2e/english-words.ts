/** The words of a Chinese text that are English, and should not be. */

/** Text that is not dm-top's own: quotes, places, flags, and names with a dash, a dot or a sign of equality. */
const verbatim = [
	/`[^\n`]*`/gv,
	/"[^\n"]*"/gv,
	/'[^\n']*'/gv,
	/“[^\n“”]{0,200}”/gv,
	/[\w\-.]{0,60}\/[\w\-.\/]{0,200}/gv,
	/\b[A-Z]{1,20}_\w+/gv,
	/\$(?:\.\w+|\[\d+\])+/gv,
	/\b\w+(?:[\-.=]\w+)+\b/gv,
	/-{1,2}[a-z][\-a-z]*/gv,
];

/** Words that no name of DM and no command has: a text in English of more than a few words has one of them. */
const tellTale = new Set(
	`a an the this that these it its is are was be been has have had does do did not no none nothing nobody and or but nor with without
	of to for from in into at by as than then so only every each any some other another same such if when while where which who what
	why how there here you your can cannot could may might must should will would takes take give given gives goes go comes need needs
	says said told tells known unknown missing found expected behind done left more most less least first last new old too very
	tasks sources errors rows files findings clusters settings default answer answers answered read written words long short`
		.split(/\s+/v)
		.filter(Boolean),
);

/** The English words that stand in it, but for capitals, which are placeholders and SQL, and for what DM says itself, in `dm`. */
export const english = (text: string, dm: readonly string[] = []): string[] => {
	let rest = text;
	const said = dm.map(words => new RegExp(String.raw`(?<![\w\-])${words}(?![\w\-])`, 'gv'));
	for (const pattern of [...said, ...verbatim]) {
		rest = rest.replaceAll(pattern, ' ');
	}

	return [...new Set(rest.match(/[A-Za-z]+/gv))].filter(
		word => tellTale.has(word.toLowerCase()) && word !== word.toUpperCase(),
	);
};
