#compdef quaywatch-cli
# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of quaywatch-cli for zsh: _quaywatch-cli in a folder of $fpath.
# Made by installers/completions/write_completions.py; do not edit.

# Adds every port that something listens on, with what is given before it.
_quaywatch_cli_ports()
{
    local -aU ports
    ports=(${(f)"$(_call_program ports $program list --jsonl 2>/dev/null |
        sed -n 's/.*"local":{"address":"[^"]*","port":\([0-9]*\).*/\1/p')"})
    compadd -- $1${^ports}
}

_quaywatch_cli_listening()
{
    _quaywatch_cli_ports port:
}

# Adds the services on well-known ports.
_quaywatch_cli_services()
{
    local -a services=(
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
        spsc 'sql*net' sql-net sqlserv sqlsrv src srmp srssend ss7ns ssh sshell sst statsrv stmf
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
    )
    compadd -- $services
}

_quaywatch_cli_subject()
{
    _quaywatch_cli_ports ''
    _quaywatch_cli_services
}

_quaywatch_cli_program()
{
    compadd -- any
    _files
}

_quaywatch_cli_user()
{
    compadd -- any
    _users
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

_quaywatch_cli_filter()
{
    local key
    local -a keys=(
        'port\::a port of either end, or a range of ports'
        'lport\::the port on this machine'
        'rport\::the port at the other end'
        'proto\::the protocol'
        'state\::the state of the socket'
        'process\::the name of an owner, or its path if there is a / in it'
        'pid\::the process ID of an owner'
        'user\::the user, by name or number, of the socket or an owner'
        'addr\::an address of either end, or a block of addresses'
        'unit\::the systemd unit of the socket or an owner'
        'container\::the container of the socket or an owner'
        'service\::the registered service name of a port of either end'
        'verdict\::what the program thinks of it'
        'is\::one of the words that describe a socket'
    )
    # In quotes blanks end no word of the shell, and signs may stand before a key.
    compset -P '*[ (|!]'
    if [[ $PREFIX != *:* ]]; then
        _describe -t keys key keys -S ''
        return
    fi
    key=${PREFIX%%:*}
    # A comma begins another value.
    compset -P '*[:,]'
    case $key in
        port | lport) _quaywatch_cli_ports '' ;;
        service) _quaywatch_cli_services ;;
        user) _users ;;
        *) compadd -- $(_quaywatch_cli_key_words $key) ;;
    esac
}

_quaywatch_cli_action()
{
    compadd -- \
        init list add remove
}

_quaywatch-cli()
{
    local program=$words[1] command=$words[2]
    local -a commands=(
        'list:List the listeners; with --all every socket'
        'explain:What a port is for, and what uses it'
        'registry:What IANA'\''s registry says about ports'
        'inspect:Everything about a process'
        'watch:Report what opens, changes and closes'
        'check:Compare the listeners with the expected ones'
        'baseline:Manage expected listeners\: init, list, add, remove'
        'wait:Wait until something listens there, or nothing does'
        'kill:End what listens on a port, never its clients'
        'ident:The user of a TCP connection (RFC 1413)'
        'doctor:What can be read here, what not, and why'
    )
    if ((CURRENT == 2)); then
        _describe -t commands command commands
        compadd -- help --help --version
        return
    fi
    shift words
    ((--CURRENT))
    case $command in
        help) ((CURRENT > 2)) || _describe -t commands command commands ;;
        list)
            _arguments \
                '(-h --help)'{-h,--help}'[Show this help]' \
                '(-a --all)'{-a,--all}'[Every socket, connections too]' \
                '(-b --baseline)'{-b,--baseline}'[Expect what this file alone says]:file:_files' \
                '--json[One JSON object]' \
                '--jsonl[One JSON object per line; gaps on standard error]' \
                '*:filter:_quaywatch_cli_filter'
            ;;
        explain)
            _arguments \
                '(-h --help)'{-h,--help}'[Show this help]' \
                '--json[One JSON object]' \
                '1:port or service:_quaywatch_cli_subject'
            ;;
        registry)
            _arguments \
                '(-h --help)'{-h,--help}'[Show this help]' \
                '--state[Only ports in this state]:state:(assigned private unassigned reserved deassigned unlisted)' \
                '--import[Use the registry of this file from now on]:file:_files' \
                '(-n --dry-run)'{-n,--dry-run}'[--import: only show what would change]' \
                '(-y --yes)'{-y,--yes}'[--import: do not ask]' \
                '--built-in[Restore the built-in registry]' \
                '--source[Show which registry is active]' \
                '--json[One JSON object per line]'
            ;;
        inspect)
            _arguments \
                '(-h --help)'{-h,--help}'[Show this help]' \
                '--json[One JSON object]' \
                '1:port:_quaywatch_cli_listening'
            ;;
        watch)
            _arguments \
                '(-h --help)'{-h,--help}'[Show this help]' \
                '(-i --interval)'{-i,--interval}'[Seconds between polls, at least 0.1; default 1]:s: ' \
                '--initial[Begin with an '\''opened'\'' line for every socket]' \
                '--without[Switch off these alert rules; see below]:rule,...:{compset -P "*,"; compadd -- unassigned-listener unassigned-peer probe new-listener more-exposed taken-over deleted-executable replaced-executable privileged-port-of-user backlog-full close-wait-pile-up}' \
                '(-b --baseline)'{-b,--baseline}'[Expect what this file alone says]:file:_files' \
                '--system[Without the user'\''s own expected.toml]' \
                '--journal[Lines for the journal, with their priorities]' \
                '--json[One JSON object per line]' \
                '*:filter:_quaywatch_cli_filter'
            ;;
        check)
            _arguments \
                '(-h --help)'{-h,--help}'[Show this help]' \
                '(-b --baseline)'{-b,--baseline}'[This file alone]:file:_files' \
                '--system[Only the system'\''s files, not the user'\''s own]' \
                '--ephemeral[Include client-like UDP sockets]' \
                '--junit[Write a JUnit report; - for standard output]:file:_files' \
                '--sarif[Write a SARIF 2.1.0 report; - likewise]:file:_files' \
                '--json[One JSON object]'
            ;;
        baseline)
            _arguments \
                '(-h --help)'{-h,--help}'[Show this help]' \
                '(-b --baseline)'{-b,--baseline}'[Instead of the user'\''s expected.toml]:file:_files' \
                '--program[add: this program, or any]:path:_quaywatch_cli_program' \
                '--user[add: this user, or any]:name:_quaywatch_cli_user' \
                '--address[add: loopback, any, or an address block]:addr:(loopback any)' \
                '--until[add: until the end of that day (UTC)]:date: ' \
                '--note[add: why it is expected]:text: ' \
                '--required[add: check reports it if it is missing]' \
                '--force[init: replace an existing file]' \
                '(-n --dry-run)'{-n,--dry-run}'[Print what would be written, change nothing]' \
                '--json[One JSON object]' \
                '1:action:_quaywatch_cli_action' \
                '2:port:_quaywatch_cli_listening'
            ;;
        wait)
            _arguments \
                '(-h --help)'{-h,--help}'[Show this help]' \
                '--free[Wait until nothing listens there]' \
                '--bindable[Wait until a program can bind it]:[addr]: ' \
                '--timeout[Maximum seconds to wait]:s: ' \
                '--json[One JSON object at the end]' \
                '1:port:_quaywatch_cli_listening'
            ;;
        kill)
            _arguments \
                '(-h --help)'{-h,--help}'[Show this help]' \
                '(-s --signal)'{-s,--signal}'[TERM asks, KILL ends; default TERM]:term|kill:(TERM KILL)' \
                '--wait[Seconds to wait for its end; default 3]:s: ' \
                '(-n --dry-run)'{-n,--dry-run}'[Only show what would be ended]' \
                '(-y --yes)'{-y,--yes}'[Do not ask]' \
                '--ephemeral[For a port: end client-like UDP sockets, too]' \
                '--json[One JSON object]' \
                '1:port:_quaywatch_cli_listening'
            ;;
        ident)
            _arguments \
                '(-h --help)'{-h,--help}'[Show this help]' \
                '--local[Only with this address of this machine]:addr: ' \
                '--remote[Only with this address of the peer]:addr: ' \
                '--json[One JSON object]'
            ;;
        doctor)
            _arguments \
                '(-h --help)'{-h,--help}'[Show this help]' \
                '--json[One JSON object]'
            ;;
    esac
}

_quaywatch-cli "$@"
