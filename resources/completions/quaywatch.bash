# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of quaywatch for bash. Needs no bash-completion package.

_quaywatch()
{
    local current=${COMP_WORDS[COMP_CWORD]} candidates
    case ${COMP_WORDS[COMP_CWORD - 1]} in
        --view) candidates='listeners connections alerts map charts history' ;;
        --theme) candidates='system light dark' ;;
        --scale) candidates='1 2 3 4' ;;
        --screenshot)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
        --filter | --select | --size) return ;;
        *)
            candidates='--view --filter --select --theme --size --hidden --screenshot --scale
                --help --version'
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$current")
}

complete -F _quaywatch quaywatch
