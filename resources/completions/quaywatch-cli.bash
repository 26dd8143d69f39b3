# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of quaywatch-cli for bash. Needs no bash-completion package.
# Made by installers/completions/write_completions.py; do not edit.

# Prints the options of a command.
_quaywatch_cli_options()
{
    case $1 in
        list) echo --help --all --baseline --json --jsonl ;;
        explain) echo --help --json ;;
        registry) echo --help --state --import --dry-run --yes --built-in --source --json ;;
        inspect) echo --help --json ;;
        watch) echo --help --interval --initial --without --baseline --system --journal --json ;;
        check) echo --help --baseline --system --ephemeral --junit --sarif --json ;;
        baseline)
            echo --help --baseline --program --user --address --until --note --required --force \
                --dry-run --json
            ;;
        wait) echo --help --free --bindable --timeout --json ;;
        kill) echo --help --signal --wait --dry-run --yes --ephemeral --json ;;
        ident) echo --help --local --remote --json ;;
        doctor) echo --help --json ;;
    esac
}

# Prints how the value of an option of a command is completed, and the words it is one of. Nothing
# for an option that takes no value.
_quaywatch_cli_value()
{
    case "$1 $2" in
        "list -b" | "list --baseline") echo file ;;
        "registry --state") echo words assigned private unassigned reserved deassigned unlisted ;;
        "registry --import") echo file ;;
        "watch -i" | "watch --interval") echo free ;;
        "watch --without")
            echo list unassigned-listener unassigned-peer probe new-listener more-exposed \
                taken-over deleted-executable replaced-executable privileged-port-of-user \
                backlog-full close-wait-pile-up
            ;;
        "watch -b" | "watch --baseline") echo file ;;
        "check -b" | "check --baseline") echo file ;;
        "check --junit") echo file ;;
        "check --sarif") echo file ;;
        "baseline -b" | "baseline --baseline") echo file ;;
        "baseline --program") echo program ;;
        "baseline --user") echo user ;;
        "baseline --address") echo words loopback any ;;
        "baseline --until") echo free ;;
        "baseline --note") echo free ;;
        "wait --bindable") echo free ;;
        "wait --timeout") echo free ;;
        "kill -s" | "kill --signal") echo words TERM KILL ;;
        "kill --wait") echo free ;;
        "ident --local") echo free ;;
        "ident --remote") echo free ;;
    esac
}

# Prints how the argument of a command is completed.
_quaywatch_cli_argument()
{
    case $1 in
        list | watch) echo filter ;;
        explain) echo subject ;;
        inspect | wait | kill) echo listening ;;
        baseline) echo action ;;
    esac
}

# Prints the values of a key of the filter language that takes no others.
_quaywatch_cli_key_words()
{
    case $1 in
        proto) echo tcp udp ;;
        state)
            echo listen established time-wait close-wait syn-sent syn-recv fin-wait-1 fin-wait-2 \
                last-ack closing bound connected
            ;;
        verdict) echo ordinary unexpected expected explained ;;
        is)
            echo listener connection inbound outbound local loopback exposed unexpected explained \
                unassigned reserved well-known hidden kernel deleted ipv4 ipv6
            ;;
    esac
}

# Prints the services on well-known ports.
_quaywatch_cli_services()
{
    echo '
        3com-amp3 3com-tsmux 914c-g 914c/g 9pfs CAIlic acap acas accessbuilder accessnetwork aci
        acmaint-dbd acmaint-transd acmaint_dbd acmaint_transd acp acr-nema aed-512 afpovertcp
        agentx alpes ampr-rcmd anet ansanotify ansatrader aodv apertus-ldp apex-edge apex-mesh
        appleqtc appleqtcsrvr applix arcisdms ariel1 ariel2 ariel3 arns as-servermap asa asf-rmcp
        asf-secure-rmcp asia asip-webadmin asipregistry at-3 at-5 at-7 at-8 at-echo at-nbp at-rtmp
        at-zis audit auditd aurora-cmgr aurp auth avian banyan-rpc banyan-vip bdp bftp bgmp bgp
        bgs-nsi bh611 bhevent bhfhs bhmds bhoedap4 bhoetty biff bl-idm bmpp bnet bootpc bootps
        borland-dsj busboy cab-protocol cableport-ax cadlock cadlock2 cadview-3d cal cdc cddbp
        cfdptkt chargen chshell cimplex cisco-fna cisco-sys cisco-tdp cisco-tna citadel cl-1 cl/1
        clearcase cloanto-net-1 cmip-agent cmip-man codaauth2 collaborator commerce compaq-evm
        comsat comscm con conference connendp contentserver corba-iiop corba-iiop-ssl corerjd
        courier covia creativepartnr creativeserver crs cryptoadmin csi-sgwp csnet-ns cso ctf
        custix cvc-hostd cvc_hostd cybercash cycleserv cycleserv2 dasp datasurfsrv datasurfsrvsec
        datex-asn daytime dbase dcp dctp ddm-dfm ddm-rdb ddm-ssl dec-dlm dec_dlm decap decauth
        decbsrv decladebug decvms-sysmgt dei-icda deos device devshr-nts dhcp-failover
        dhcp-failover2 dhcpv6-client dhcpv6-server digital-vrc direct discard disclose dixie dlep
        dls dls-mon dn6-nlm-aud dn6-smm-red dna-cml dnsix domain domain-s doom dpsi dsETOS dsf
        dsfgw dsp dsp3270 dtag-ste-sb dtk dwr echo efs elcsd embl-ndt emfis-cntl emfis-data entomb
        entrust-aaas entrust-aams entrust-ash entrust-kmsh entrust-sps entrusttime epmap epp erpc
        escp-ip esro-emsdp esro-gen eudora-set exec exp1 exp2 eyelink fatserv fcp fcp-udp finger
        flexlm fln-spx ftp ftp-agent ftp-data ftps ftps-data fujitsu-dev fxp gacp garcon gdoi
        gdomap genie genrad-mux ggf-ncp ginad gist go-login gopher gppitnp graphics gss-http
        gss-xlicen ha-cluster hap hassle hcp-wismar hdap hello-port hems hmmp-ind hmmp-op hostname
        hp-alarm-mgr hp-collector hp-managed-node http http-alt http-mgmt http-rpc-epmap https
        hybrid-pop hyper-g hyperwave-isp iafdbase iafserver iasd ibm-app ibm-db2 icad-el
        iclcnet-locate iclcnet-svinfo iclcnet_svinfo ideafarm-door ideafarm-panic ident idfp idxp
        ieee-mms ieee-mms-ssl igmpv3lite iiop imap imap3 imaps imsp inbusiness infoseek ingres-net
        intecourier integra-sme intrinsa ipcd ipcserver ipdd ipp ipps ipx irc irc-serv iris-beep
        iris-lwz iris-xpc iris-xpcs is99c is99s isakmp iscsi isi-gl iso-ill iso-ip iso-tp0 iso-tsap
        iso-tsap-c2 itm-mcell-s jargon k-block kerberos kerberos-adm kerberos-iv keyserver kink kis
        klogin knet-cmp kpasswd kryptolan kshell lanserver ldap ldaps ldp legent-1 legent-2 link
        ljk-login lmp loadav locus-con locus-map login mac-srvr-admin macon-tcp macon-udp
        magenta-logic mailbox-lm mailq maitrd manet masqdialer matip-type-a matip-type-b mbap
        mbap-s mcidas mcns-sec mdbs-daemon mdbs_daemon mdc-portmapper mdqs mecomm meregister meta5
        metagram meter mfcobol mftp micom-pfs microsoft-ds mit-dov mit-ml-dev mobileip-agent
        mobilip-mn mondex monitor mortgageware mpm mpm-flags mpm-snd mpp mptn mrm ms-rome
        ms-shuttle msdp msexch-routing msg-auth msg-icp msp multiling-http multiplex mumps
        mylex-mapd name nameserver namp nas nced ncld ncp ndsauth nest-protocol netbios-dgm
        netbios-ns netbios-ssn netconf-ssh netcp netgw netnews netrcs netrjs-1 netrjs-2 netrjs-3
        netrjs-4 netsc-dev netsc-prod netviewdm1 netviewdm2 netviewdm3 netwall netware-ip new-rwho
        nextstep nicname nip nlogin nmap nmsp nnsp nntp nntps notify novastorbakcup npmp-gui
        npmp-local npmp-trap npp nqs ns nsiiops nss-routing nsw-fe ntalk ntp nxedit obex objcall
        ocbinder ocs-amu ocs-cmu ocs_amu ocs_cmu ocserver odmr ohimsrv olsr omginitialrefs omserv
        onmux oob-ws-http oob-ws-https opalis-rdv opalis-robot opc-job-start opc-job-track openport
        openvms-sysipc osb-sd osu-nms owamp-control owamp-test pana passgo passgo-tivoli
        password-chg pawserv pcmail-srv pdap personal-link pftp ph philips-vc phonebook photuris
        pim-rp-disc pip pirp pkix-3-ca-ra pkix-timestamp pop2 pop3 pop3s pov-ray powerburst
        print-srv printer prm-nm prm-sm profile prospero pssc pt-tls ptcnameservice ptp-event
        ptp-general pump puparp puprouter purenoise pwdgen qbikgdp qft qmqp qmtp qotd qrh quotad
        rap rcp rda re-mail-ck realm-rusd remote-kis remotefs repcmd repscmd rescap retrospect
        rfile rift-lies rift-ties ripng ris ris-cm rje rlp rlzdbase rmc rmonitor rmt rndc router
        rpasswd rpc2portmap rpki-rtr rpki-rtr-tls rrh rrp rsh-spx rsvd rsvp-tunnel rsvp_tunnel
        rsync rtelnet rtip rtsp rtsps rushd rxe s-net saft sanity scc-security sco-dtmgr
        sco-inetmgr sco-sysmgr sco-websrvrmg3 sco-websrvrmgr scohelp scoi2odialog scx-proxy sdnskmp
        semantix send servstat set sfs-config sfs-smp-net sftp sgcp sgmp sgmp-traps shell
        shrinkwrap siam sift-uft silc silverplatter skronk smakynet smartsdp smpnameres smpte smsd
        smsp smtp smux snagas snare snmp snmptrap snpp sntp-heartbeat soap-beep softpc sonar spmp
        spsc sql*net sql-net sqlserv sqlsrv src srmp srssend ss7ns ssh sshell sst statsrv stmf
        streettalk stx su-mit-tg submission submissions submit subntbcst-tftp subntbcst_tftp sun-dr
        sunrpc supdup sur-meas surf svrloc swift-rvf synoptics-trap synotics-broker synotics-relay
        syslog syslog-conn systat tacacs tacacs-ds tacacss tacnews talk tbrpf tcpmux tcpnethaspsrv
        td-replica td-service teedtap tell telnet telnets tempo tenfold texar tftp ticf-1 ticf-2
        timbuktu time timed tinc tn-tl-fd1 tn-tl-w1 tn-tl-w2 tnETOS tns-cml tpip tserver tunnel
        twamp-control twamp-test uaac uarps uis ulistproc ulp ulpnet uma unidata-ldm unify ups urd
        urm utime utmpcd utmpsd uucp uucp-path uucp-rlogin uuidgen vacdsm-app vacdsm-sws vatp vemmi
        vettcp vid videotex vmnet vmpwscs vnas vpp vpps-qua vpps-via vsinet vslmp webpush webster
        who whoami whois++ whoispp windream wpages wpgs www www-http x-bone-ctl xact-backup xdmcp
        xfer xfr xmlrpc-beep xns-auth xns-ch xns-courier xns-mail xns-time xvttp xyplex-mux z39-50
        z39.50 zannet zserv
    '
}

# Prints every port that something listens on, with what is given before it.
_quaywatch_cli_listening()
{
    "$program" list --jsonl 2>/dev/null |
        sed -n "s/.*\"local\":{\"address\":\"[^\"]*\",\"port\":\([0-9]*\).*/$1\1/p" | sort -u
}

# Prints the values that a key of the filter language takes, as far as they can be listed.
_quaywatch_cli_filter_values()
{
    case $1 in
        port | lport) _quaywatch_cli_listening ;;
        service) _quaywatch_cli_services ;;
        user) compgen -u ;;
        *) _quaywatch_cli_key_words "$1" ;;
    esac
}

# Prints what a word of a filter may be: keys with their colon, or a key with each of its values.
_quaywatch_cli_filter()
{
    if [[ $1 != *:* ]]; then
        echo '
        port: lport: rport: proto: state: process: pid: user: addr: unit: container: service:
        verdict: is:
        '
        return
    fi
    # A comma begins another value.
    local before=${1%"${1##*[:,]}"} values
    read -rd '' -a values < <(_quaywatch_cli_filter_values "${1%%:*}")
    ((${#values[@]} == 0)) || printf '%s\n' "${values[@]/#/$before}"
}

# Prints what the next argument of a command may be, behind those words.
_quaywatch_cli_argument_words()
{
    case $(_quaywatch_cli_argument "$1") in
        filter) _quaywatch_cli_filter "$current" ;;
        subject) _quaywatch_cli_listening && _quaywatch_cli_services ;;
        listening) _quaywatch_cli_listening port: ;;
        action)
            local action actions='
        init list add remove
            '
            for action in $actions; do
                if [[ " ${*:2} " == *" $action "* ]]; then
                    _quaywatch_cli_listening port:
                    return
                fi
            done
            echo "$actions"
            ;;
    esac
}

# Prints the end of a line that the shell takes for the word to complete: what follows the last
# blank or other separator, such as a colon, or all of an open quotation.
_quaywatch_cli_shell_word()
{
    local line=$1 quote='' start=0 i c
    for ((i = 0; i < ${#line}; ++i)); do
        c=${line:i:1}
        if [[ -n $quote ]]; then
            [[ $c != "$quote" ]] || quote=''
        elif [[ $c == [\'\"] ]]; then
            quote=$c start=$((i + 1))
        elif [[ $c == \\ ]]; then
            ((++i))
        elif [[ $c == [[:space:]] || $COMP_WORDBREAKS == *"$c"* ]]; then
            start=$((i + 1))
        fi
    done
    printf '%s' "${line:start}"
}

# Makes COMPREPLY of those words on standard input that begin with $current.
_quaywatch_cli_reply()
{
    local shell_word words word before=''
    shell_word=$(_quaywatch_cli_shell_word "$1")
    # Where the shell's word is the longer one, its beginning stays; where it is the shorter one,
    # the beginning of ours is on the line already.
    if ((${#shell_word} > ${#current})); then
        before=${shell_word:0:${#shell_word}-${#current}}
    fi
    read -rd '' -a words
    COMPREPLY=()
    for word in "${words[@]}"; do
        if [[ $word == "$current"* ]]; then
            word=$before$word
            ((${#shell_word} >= ${#current})) || word=${word:${#current}-${#shell_word}}
            COMPREPLY+=("$word")
        fi
    done
    # Behind a single word bash closes an open quotation, in which the value of a key is still to
    # come. Of two words it only writes what they begin with.
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *: && ${1%"$shell_word"} == *[\'\"] ]]; then
        COMPREPLY+=("${COMPREPLY[0]} ")
    fi
}

_quaywatch_cli()
{
    # The line is taken apart here and not by bash, for which a colon ends a word.
    local line=${COMP_LINE:0:COMP_POINT} words program command commands previous current value
    read -ra words <<<"$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    program=${words[0]} command=${words[1]} previous=${words[-2]} current=${words[-1]}
    current=${current#[\'\"]}
    value=$(_quaywatch_cli_value "$command" "$previous")

    if ((${#words[@]} <= 2)) || [[ $command == help ]]; then
        commands='
        list explain registry inspect watch check baseline wait kill ident doctor
        '
        [[ $command == help ]] || commands+=' help --help --version'
        _quaywatch_cli_reply "$line" <<<"$commands"
    elif [[ $value == file || $value == program* ]]; then
        compopt -o filenames +o nospace 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        [[ $value == file || any != "$current"* ]] || COMPREPLY+=(any)
        return
    elif [[ $value == user ]]; then
        _quaywatch_cli_reply "$line" < <(echo any && compgen -u)
    elif [[ $value == list* ]]; then
        current=${current##*,}
        _quaywatch_cli_reply "$line" <<<"${value#list }"
    elif [[ -n $value ]]; then
        value=${value#words}
        _quaywatch_cli_reply "$line" <<<"${value#free}"
    elif [[ $current == -* ]]; then
        _quaywatch_cli_reply "$line" < <(_quaywatch_cli_options "$command")
    else
        if [[ $(_quaywatch_cli_argument "$command") == filter ]]; then
            # Signs may stand before a key.
            current=${current##*[(|!]}
        fi
        _quaywatch_cli_reply "$line" < <(_quaywatch_cli_argument_words "${words[@]:1:${#words[@]}-2}")
    fi
    # A key waits for its value; all else is a word that is done.
    if [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *: ]]; then
        compopt +o nospace 2>/dev/null
    fi
}

complete -o nospace -F _quaywatch_cli quaywatch-cli
