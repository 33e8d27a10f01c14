# Completion of limber for fish. What may come next is limber's to say.

function __limber_names
    set -l words (commandline -opc)
    $words[1] names after -- $words[2..-1] 2>/dev/null
end

complete -c limber -f -a '(__limber_names)'
