# Completion of limber for fish. What may come next is limber's to say.

function __limber_names
    set -l words (commandline -opc)
    for line in ($words[1] names after -- $words[2..-1] 2>/dev/null)
        if test "$line" = /
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end

complete -c limber -f -a '(__limber_names)'
