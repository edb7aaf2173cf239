/** Ink with one line of text and nothing else, until a key is pressed: what of a start is Node's, React's and Ink's own. */
import process from 'node:process';
import {Text, render} from 'ink';

const {unmount} = render(<Text>ready</Text>, {alternateScreen: true, interactive: true});
process.stdin.setRawMode(true).once('data', () => {
	unmount();
	process.stdin.unref();
});
