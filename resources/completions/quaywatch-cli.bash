# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of quaywatch-cli for bash. Needs no bash-completion package.

# Prints the options of a command.
_quaywatch_cli_options()
{
    case $1 in
        list) echo --all --json --jsonl --help ;;
        explain | inspect) echo --json --help ;;
        registry) echo --state --import --dry-run --yes --built-in --source --json --help ;;
        watch) echo --interval --initial --without --json --help ;;
        check) echo --baseline --ephemeral --junit --sarif --json --help ;;
        baseline)
            echo --baseline --program --user --address --until --note --required --force \
                --dry-run --json --help
            ;;
        wait) echo --free --timeout --json --help ;;
        kill) echo --signal --wait --dry-run --yes --ephemeral --json --help ;;
        ident) echo --local --remote --json --help ;;
    esac
}

# Prints the possible beginnings of a filter word, or the values of its key.
_quaywatch_cli_filter()
{
    local keys='port: lport: rport: proto: state: process: pid: user: addr: unit: container:
        service: verdict: is:'
    case $1 in
        proto:*) echo proto:{tcp,udp} ;;
        state:*)
            echo state:{listen,syn-sent,syn-recv,established,fin-wait-1,fin-wait-2,close-wait} \
                state:{last-ack,closing,time-wait,bound,connected}
            ;;
        verdict:*) echo verdict:{ordinary,unexpected,expected,explained} ;;
        is:*) echo is:{unassigned,exposed,unexpected,listener,local} ;;
        *) echo "$keys" ;;
    esac
}

# Prints port:N for every port with a listener.
_quaywatch_cli_listening()
{
    "$1" list --jsonl 2>/dev/null |
        sed -n 's/.*"local":{"address":"[^"]*","port":\([0-9]*\).*/port:\1/p' | sort -u
}

_quaywatch_cli()
{
    # The line is split here, not by bash, for which a colon ends a word.
    local line=${COMP_LINE:0:COMP_POINT} words command current previous candidates
    read -ra words <<<"$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    current=${words[-1]}
    previous=${words[-2]}
    command=${words[1]}

    if ((${#words[@]} <= 2)); then
        candidates='list explain registry inspect watch check baseline wait kill ident help --help'
        candidates+=' --version'
    elif [[ $command == help ]]; then
        candidates='list explain registry inspect watch check baseline wait kill ident'
    elif [[ $previous == --state ]]; then
        candidates='assigned private unassigned reserved deassigned unlisted'
    elif [[ $previous == --signal || $previous == -s ]]; then
        candidates='TERM KILL'
    elif [[ $previous == -b || $previous =~ ^--(baseline|junit|sarif|import)$ ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return
    elif [[ $previous == --address ]]; then
        candidates='loopback any'
    elif [[ $previous =~ ^--(program|user)$ ]]; then
        candidates=any
    elif [[ $previous =~ ^--(until|note|interval|timeout|wait|local|remote)$ ]]; then
        candidates=
    elif [[ $current == -* ]]; then
        candidates=$(_quaywatch_cli_options "$command")
    else
        case $command in
            list | watch) candidates=$(_quaywatch_cli_filter "$current") ;;
            baseline)
                if ((${#words[@]} == 3)); then
                    candidates='init list add remove'
                else
                    candidates=$(_quaywatch_cli_listening "${words[0]}")
                fi
                ;;
            inspect | kill | wait) candidates=$(_quaywatch_cli_listening "${words[0]}") ;;
            *) candidates= ;;
        esac
    fi

    mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$current")
    # A space follows a complete word, but not a key, which needs a value.
    if [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *: ]]; then
        compopt +o nospace 2>/dev/null
    fi
    # If a colon ends a word for bash, the text up to the colon is on the line already.
    if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
        COMPREPLY=("${COMPREPLY[@]#"${current%:*}:"}")
    fi
}

complete -o nospace -F _quaywatch_cli quaywatch-cli
