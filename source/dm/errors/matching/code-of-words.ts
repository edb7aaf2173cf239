/** The code of an error that came without one, as plain text: DM's own words, which begin the message of that code. */

/** DM's messages in dm/errors.toml whose advice no number of the database gives. */
const beginnings: ReadonlyArray<readonly [words: RegExp, code: number]> = [
	[/\[lightning:/iv, 34_019],
	[/\bcolumn count doesn't match value count/iv, 36_027],
	[/\bparse ddl\b/iv, 36_067],
	[/\bparse statement\b/iv, 11_006],
	[/\bparse mydumper metadata error\b/iv, 11_001],
	[/\bquery statement failed\b/iv, 10_005],
	[/\bexecute statement failed\b/iv, 10_006],
	[/\bget relay event with error/iv, 30_015],
	[/\bmydumper\/dumpling runs with error/iv, 32_001],
	[/\bcouldn't acquire global lock/iv, 32_004],
	[/\bdifferent worker in load stage/iv, 34_017],
	[/\bphysical import finished but the data has duplication/iv, 34_020],
	[/\bgrpc request error\b/iv, 38_008],
	[/\bwaiting for relay to catch up with loader/iv, 40_067],
	[/\bcannot track ddl/iv, 44_006],
	[/\bcannot fetch downstream table schema/iv, 44_007],
];

/** That of the words in a message; 0 where it has none of them. */
export const codeOfWords = (message: string): number =>
	beginnings.find(([words]) => words.test(message))?.[1] ?? 0;
