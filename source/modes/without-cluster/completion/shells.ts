/** The shells with completions, and the script that each has to source. */

/** The shells that have a completion. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** A shell that `dm-top completion` has a script for. */
export type Shell = (typeof shells)[number];

/*
 * Each script asks dm-top itself, so that it need not change with it. Words are never evaluated: they may come from the
 * command line as it stands, and candidates are names that a server gave.
 */

const bash = `# Completions of dm-top for bash: source <(dm-top completion bash)
_dm_top() {
	local line kind program=$1
	[[ $program == "~"* ]] && program=$HOME\${program#\\~}
	COMPREPLY=()
	{
		IFS= read -r kind
		while IFS= read -r line; do
			COMPREPLY+=("$line")
		done
	} < <(command "$program" complete bash "\${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
	case $kind in
		*files*) compopt -o default 2>/dev/null ;;
	esac
	case $kind in
		*nospace*) compopt -o nospace 2>/dev/null ;;
	esac
}
complete -F _dm_top dm-top
`;

const zsh = `#compdef dm-top
# Completions of dm-top for zsh: source <(dm-top completion zsh), or as _dm-top in a folder of fpath
_dm_top() {
	local kind line value program=\${(Q)words[1]}
	[[ $program == "~"* ]] && program=$HOME\${program#\\~}
	local -a values shown going going_shown
	{
		IFS= read -r kind
		while IFS=$'\\t' read -r value line; do
			[[ -n $line ]] && line="  -- $line"
			if [[ $value == *= ]]; then
				going+=("$value") going_shown+=("$value$line")
			else
				values+=("$value") shown+=("$value$line")
			fi
		done
	} < <(command "$program" complete zsh "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
	(( $#values )) && compadd -l -d shown -a values
	(( $#going )) && compadd -l -S '' -d going_shown -a going
	if [[ $kind == files* ]]; then
		compset -P '--[a-z-]#='
		_files
	fi
}
if [[ $funcstack[1] == _dm-top ]]; then
	_dm_top "$@"
elif (( $+functions[compdef] )); then
	compdef _dm_top dm-top
fi
`;

const fish = String.raw`# Completions of dm-top for fish: dm-top completion fish | source
function __dm_top
	set -l words (commandline -opc) (commandline -ct)
	set -l answer (command $words[1] complete fish $words[2..-1] 2>/dev/null)
	if string match -q '*files*' -- $answer[1]
		__fish_complete_path (commandline -ct)
	end
	if test (count $answer) -gt 1
		printf '%s\n' $answer[2..-1]
	end
end
complete -c dm-top -f -a '(__dm_top)'
`;

const scripts: Readonly<Record<Shell, string>> = {bash, zsh, fish};

/** The script for a shell; undefined for an unknown name. */
export const completionScript = (name: string): string | undefined => {
	const shell = shells.find(known => known === name);
	return shell && scripts[shell];
};
