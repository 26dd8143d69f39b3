# SPDX-FileCopyrightText: The Quaywatch authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of quaywatch-cli for fish.
# Made by installers/completions/write_completions.py; do not edit.

function __quaywatch_cli_no_command
    test (count (commandline -opc)) -eq 1
end

# Whether the command is one of these.
function __quaywatch_cli_command
    set -l words (commandline -opc)
    test (count $words) -ge 2; and contains -- $words[2] $argv
end

# Prints every port that something listens on, with what is given before it.
function __quaywatch_cli_listening
    set -l words (commandline -opc)
    command $words[1] list --jsonl 2>/dev/null |
        string replace -rf '.*"local":\{"address":"[^"]*","port":(\d+).*' "$argv[1]\$1" | sort -u
end

# Prints the services on well-known ports.
function __quaywatch_cli_services
    printf '%s\n' \
        3com-amp3 3com-tsmux 914c-g 914c/g 9pfs CAIlic acap acas accessbuilder accessnetwork aci \
        acmaint-dbd acmaint-transd acmaint_dbd acmaint_transd acp acr-nema aed-512 afpovertcp \
        agentx alpes ampr-rcmd anet ansanotify ansatrader aodv apertus-ldp apex-edge apex-mesh \
        appleqtc appleqtcsrvr applix arcisdms ariel1 ariel2 ariel3 arns as-servermap asa asf-rmcp \
        asf-secure-rmcp asia asip-webadmin asipregistry at-3 at-5 at-7 at-8 at-echo at-nbp \
        at-rtmp at-zis audit auditd aurora-cmgr aurp auth avian banyan-rpc banyan-vip bdp bftp \
        bgmp bgp bgs-nsi bh611 bhevent bhfhs bhmds bhoedap4 bhoetty biff bl-idm bmpp bnet bootpc \
        bootps borland-dsj busboy cab-protocol cableport-ax cadlock cadlock2 cadview-3d cal cdc \
        cddbp cfdptkt chargen chshell cimplex cisco-fna cisco-sys cisco-tdp cisco-tna citadel \
        cl-1 cl/1 clearcase cloanto-net-1 cmip-agent cmip-man codaauth2 collaborator commerce \
        compaq-evm comsat comscm con conference connendp contentserver corba-iiop corba-iiop-ssl \
        corerjd courier covia creativepartnr creativeserver crs cryptoadmin csi-sgwp csnet-ns cso \
        ctf custix cvc-hostd cvc_hostd cybercash cycleserv cycleserv2 dasp datasurfsrv \
        datasurfsrvsec datex-asn daytime dbase dcp dctp ddm-dfm ddm-rdb ddm-ssl dec-dlm dec_dlm \
        decap decauth decbsrv decladebug decvms-sysmgt dei-icda deos device devshr-nts \
        dhcp-failover dhcp-failover2 dhcpv6-client dhcpv6-server digital-vrc direct discard \
        disclose dixie dlep dls dls-mon dn6-nlm-aud dn6-smm-red dna-cml dnsix domain domain-s \
        doom dpsi dsETOS dsf dsfgw dsp dsp3270 dtag-ste-sb dtk dwr echo efs elcsd embl-ndt \
        emfis-cntl emfis-data entomb entrust-aaas entrust-aams entrust-ash entrust-kmsh \
        entrust-sps entrusttime epmap epp erpc escp-ip esro-emsdp esro-gen eudora-set exec exp1 \
        exp2 eyelink fatserv fcp fcp-udp finger flexlm fln-spx ftp ftp-agent ftp-data ftps \
        ftps-data fujitsu-dev fxp gacp garcon gdoi gdomap genie genrad-mux ggf-ncp ginad gist \
        go-login gopher gppitnp graphics gss-http gss-xlicen ha-cluster hap hassle hcp-wismar \
        hdap hello-port hems hmmp-ind hmmp-op hostname hp-alarm-mgr hp-collector hp-managed-node \
        http http-alt http-mgmt http-rpc-epmap https hybrid-pop hyper-g hyperwave-isp iafdbase \
        iafserver iasd ibm-app ibm-db2 icad-el iclcnet-locate iclcnet-svinfo iclcnet_svinfo \
        ideafarm-door ideafarm-panic ident idfp idxp ieee-mms ieee-mms-ssl igmpv3lite iiop imap \
        imap3 imaps imsp inbusiness infoseek ingres-net intecourier integra-sme intrinsa ipcd \
        ipcserver ipdd ipp ipps ipx irc irc-serv iris-beep iris-lwz iris-xpc iris-xpcs is99c \
        is99s isakmp iscsi isi-gl iso-ill iso-ip iso-tp0 iso-tsap iso-tsap-c2 itm-mcell-s jargon \
        k-block kerberos kerberos-adm kerberos-iv keyserver kink kis klogin knet-cmp kpasswd \
        kryptolan kshell lanserver ldap ldaps ldp legent-1 legent-2 link ljk-login lmp loadav \
        locus-con locus-map login mac-srvr-admin macon-tcp macon-udp magenta-logic mailbox-lm \
        mailq maitrd manet masqdialer matip-type-a matip-type-b mbap mbap-s mcidas mcns-sec \
        mdbs-daemon mdbs_daemon mdc-portmapper mdqs mecomm meregister meta5 metagram meter \
        mfcobol mftp micom-pfs microsoft-ds mit-dov mit-ml-dev mobileip-agent mobilip-mn mondex \
        monitor mortgageware mpm mpm-flags mpm-snd mpp mptn mrm ms-rome ms-shuttle msdp \
        msexch-routing msg-auth msg-icp msp multiling-http multiplex mumps mylex-mapd name \
        nameserver namp nas nced ncld ncp ndsauth nest-protocol netbios-dgm netbios-ns \
        netbios-ssn netconf-ssh netcp netgw netnews netrcs netrjs-1 netrjs-2 netrjs-3 netrjs-4 \
        netsc-dev netsc-prod netviewdm1 netviewdm2 netviewdm3 netwall netware-ip new-rwho \
        nextstep nicname nip nlogin nmap nmsp nnsp nntp nntps notify novastorbakcup npmp-gui \
        npmp-local npmp-trap npp nqs ns nsiiops nss-routing nsw-fe ntalk ntp nxedit obex objcall \
        ocbinder ocs-amu ocs-cmu ocs_amu ocs_cmu ocserver odmr ohimsrv olsr omginitialrefs omserv \
        onmux oob-ws-http oob-ws-https opalis-rdv opalis-robot opc-job-start opc-job-track \
        openport openvms-sysipc osb-sd osu-nms owamp-control owamp-test pana passgo passgo-tivoli \
        password-chg pawserv pcmail-srv pdap personal-link pftp ph philips-vc phonebook photuris \
        pim-rp-disc pip pirp pkix-3-ca-ra pkix-timestamp pop2 pop3 pop3s pov-ray powerburst \
        print-srv printer prm-nm prm-sm profile prospero pssc pt-tls ptcnameservice ptp-event \
        ptp-general pump puparp puprouter purenoise pwdgen qbikgdp qft qmqp qmtp qotd qrh quotad \
        rap rcp rda re-mail-ck realm-rusd remote-kis remotefs repcmd repscmd rescap retrospect \
        rfile rift-lies rift-ties ripng ris ris-cm rje rlp rlzdbase rmc rmonitor rmt rndc router \
        rpasswd rpc2portmap rpki-rtr rpki-rtr-tls rrh rrp rsh-spx rsvd rsvp-tunnel rsvp_tunnel \
        rsync rtelnet rtip rtsp rtsps rushd rxe s-net saft sanity scc-security sco-dtmgr \
        sco-inetmgr sco-sysmgr sco-websrvrmg3 sco-websrvrmgr scohelp scoi2odialog scx-proxy \
        sdnskmp semantix send servstat set sfs-config sfs-smp-net sftp sgcp sgmp sgmp-traps shell \
        shrinkwrap siam sift-uft silc silverplatter skronk smakynet smartsdp smpnameres smpte \
        smsd smsp smtp smux snagas snare snmp snmptrap snpp sntp-heartbeat soap-beep softpc sonar \
        spmp spsc 'sql*net' sql-net sqlserv sqlsrv src srmp srssend ss7ns ssh sshell sst statsrv \
        stmf streettalk stx su-mit-tg submission submissions submit subntbcst-tftp subntbcst_tftp \
        sun-dr sunrpc supdup sur-meas surf svrloc swift-rvf synoptics-trap synotics-broker \
        synotics-relay syslog syslog-conn systat tacacs tacacs-ds tacacss tacnews talk tbrpf \
        tcpmux tcpnethaspsrv td-replica td-service teedtap tell telnet telnets tempo tenfold \
        texar tftp ticf-1 ticf-2 timbuktu time timed tinc tn-tl-fd1 tn-tl-w1 tn-tl-w2 tnETOS \
        tns-cml tpip tserver tunnel twamp-control twamp-test uaac uarps uis ulistproc ulp ulpnet \
        uma unidata-ldm unify ups urd urm utime utmpcd utmpsd uucp uucp-path uucp-rlogin uuidgen \
        vacdsm-app vacdsm-sws vatp vemmi vettcp vid videotex vmnet vmpwscs vnas vpp vpps-qua \
        vpps-via vsinet vslmp webpush webster who whoami whois++ whoispp windream wpages wpgs www \
        www-http x-bone-ctl xact-backup xdmcp xfer xfr xmlrpc-beep xns-auth xns-ch xns-courier \
        xns-mail xns-time xvttp xyplex-mux z39-50 z39.50 zannet zserv
end

function __quaywatch_cli_subject
    __quaywatch_cli_listening ''
    __quaywatch_cli_services
end

# Prints the words, each behind those that stand before the last comma already.
function __quaywatch_cli_list
    set -l before (string match -r '^.*,' -- (commandline -ct))
    printf '%s\n' "$before"$argv
end

function __quaywatch_cli_filter
    # In quotes blanks end no word of the shell, and signs may stand before a key.
    set -l word (string replace -r '^[\'"]' '' -- (commandline -ct))
    set -l before (string match -r '^.*[ (|!]' -- $word)
    set -l last (string replace -r '^.*[ (|!]' '' -- $word)
    if not string match -q '*:*' -- $last
        printf '%s\t%s\n' "$before"port: 'a port of either end, or a range of ports'
        printf '%s\t%s\n' "$before"lport: 'the port on this machine'
        printf '%s\t%s\n' "$before"rport: 'the port at the other end'
        printf '%s\t%s\n' "$before"proto: 'the protocol'
        printf '%s\t%s\n' "$before"state: 'the state of the socket'
        printf '%s\t%s\n' "$before"process: 'the name of an owner, or its path if there is a / in it'
        printf '%s\t%s\n' "$before"pid: 'the process ID of an owner'
        printf '%s\t%s\n' "$before"user: 'the user, by name or number, of the socket or an owner'
        printf '%s\t%s\n' "$before"addr: 'an address of either end, or a block of addresses'
        printf '%s\t%s\n' "$before"unit: 'the systemd unit of the socket or an owner'
        printf '%s\t%s\n' "$before"container: 'the container of the socket or an owner'
        printf '%s\t%s\n' "$before"service: 'the registered service name of a port of either end'
        printf '%s\t%s\n' "$before"verdict: 'what the program thinks of it'
        printf '%s\t%s\n' "$before"is: 'one of the words that describe a socket'
        return
    end
    # A comma begins another value.
    set before "$before"(string match -r '^.*[:,]' -- $last)
    set -l words
    switch (string split -m 1 : -- $last)[1]
        case port lport
            set words (__quaywatch_cli_listening '')
        case service
            set words (__quaywatch_cli_services)
        case user
            set words (__fish_complete_users | string replace -r '\t.*' '')
        case proto
            set words \
                tcp udp
        case state
            set words \
                listen established time-wait close-wait syn-sent syn-recv fin-wait-1 fin-wait-2 \
                last-ack closing bound connected
        case verdict
            set words \
                ordinary unexpected expected explained
        case is
            set words \
                listener connection inbound outbound local loopback exposed unexpected explained \
                unassigned reserved well-known hidden kernel deleted ipv4 ipv6
    end
    printf '%s\n' "$before"$words
end

function __quaywatch_cli_baseline
    set -l actions \
        init list add remove
    for word in (commandline -opc)[3..]
        if contains -- $word $actions
            __quaywatch_cli_listening port:
            return
        end
    end
    printf '%s\n' $actions
end

complete -c quaywatch-cli -f
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a help -d 'Show the help of a command'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -s V -l version -d 'Show the version'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a list -d 'List the listeners; with --all every socket'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a explain -d 'What a port is for, and what uses it'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a registry -d 'What IANA\'s registry says about ports'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a inspect -d 'Everything about a process'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a watch -d 'Report what opens, changes and closes'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a check -d 'Compare the listeners with the expected ones'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a baseline -d 'Manage expected listeners: init, list, add, remove'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a wait -d 'Wait until something listens there, or nothing does'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a kill -d 'End what listens on a port, never its clients'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a ident -d 'The user of a TCP connection (RFC 1413)'
complete -c quaywatch-cli -n __quaywatch_cli_no_command -a doctor -d 'What can be read here, what not, and why'
complete -c quaywatch-cli -n '__quaywatch_cli_command help' -a '
        list explain registry inspect watch check baseline wait kill ident doctor
'
complete -c quaywatch-cli -n '__quaywatch_cli_command list watch' -a '(__quaywatch_cli_filter)'
complete -c quaywatch-cli -n '__quaywatch_cli_command explain' -a '(__quaywatch_cli_subject)'
complete -c quaywatch-cli -n '__quaywatch_cli_command inspect wait kill' -a '(__quaywatch_cli_listening port:)'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -a '(__quaywatch_cli_baseline)'

complete -c quaywatch-cli -n '__quaywatch_cli_command list' -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n '__quaywatch_cli_command list' -s a -l all -d 'Every socket, connections too'
complete -c quaywatch-cli -n '__quaywatch_cli_command list' -s b -l baseline -r -F -d 'Expect what this file alone says'
complete -c quaywatch-cli -n '__quaywatch_cli_command list' -l json -d 'One JSON object'
complete -c quaywatch-cli -n '__quaywatch_cli_command list' -l jsonl -d 'One JSON object per line; gaps on standard error'
complete -c quaywatch-cli -n '__quaywatch_cli_command explain' -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n '__quaywatch_cli_command explain' -l json -d 'One JSON object'
complete -c quaywatch-cli -n '__quaywatch_cli_command registry' -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n '__quaywatch_cli_command registry' -l state -x -a 'assigned private unassigned reserved deassigned unlisted' -d 'Only ports in this state'
complete -c quaywatch-cli -n '__quaywatch_cli_command registry' -l import -r -F -d 'Use the registry of this file from now on'
complete -c quaywatch-cli -n '__quaywatch_cli_command registry' -s n -l dry-run -d '--import: only show what would change'
complete -c quaywatch-cli -n '__quaywatch_cli_command registry' -s y -l yes -d '--import: do not ask'
complete -c quaywatch-cli -n '__quaywatch_cli_command registry' -l built-in -d 'Restore the built-in registry'
complete -c quaywatch-cli -n '__quaywatch_cli_command registry' -l source -d 'Show which registry is active'
complete -c quaywatch-cli -n '__quaywatch_cli_command registry' -l json -d 'One JSON object per line'
complete -c quaywatch-cli -n '__quaywatch_cli_command inspect' -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n '__quaywatch_cli_command inspect' -l json -d 'One JSON object'
complete -c quaywatch-cli -n '__quaywatch_cli_command watch' -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n '__quaywatch_cli_command watch' -s i -l interval -x -d 'Seconds between polls, at least 0.1; default 1'
complete -c quaywatch-cli -n '__quaywatch_cli_command watch' -l initial -d 'Begin with an \'opened\' line for every socket'
complete -c quaywatch-cli -n '__quaywatch_cli_command watch' -l without -x -a '(__quaywatch_cli_list unassigned-listener unassigned-peer probe new-listener more-exposed taken-over deleted-executable replaced-executable privileged-port-of-user backlog-full close-wait-pile-up)' -d 'Switch off these alert rules; see below'
complete -c quaywatch-cli -n '__quaywatch_cli_command watch' -s b -l baseline -r -F -d 'Expect what this file alone says'
complete -c quaywatch-cli -n '__quaywatch_cli_command watch' -l system -d 'Without the user\'s own expected.toml'
complete -c quaywatch-cli -n '__quaywatch_cli_command watch' -l journal -d 'Lines for the journal, with their priorities'
complete -c quaywatch-cli -n '__quaywatch_cli_command watch' -l json -d 'One JSON object per line'
complete -c quaywatch-cli -n '__quaywatch_cli_command check' -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n '__quaywatch_cli_command check' -s b -l baseline -r -F -d 'This file alone'
complete -c quaywatch-cli -n '__quaywatch_cli_command check' -l system -d 'Only the system\'s files, not the user\'s own'
complete -c quaywatch-cli -n '__quaywatch_cli_command check' -l ephemeral -d 'Include client-like UDP sockets'
complete -c quaywatch-cli -n '__quaywatch_cli_command check' -l junit -r -F -d 'Write a JUnit report; - for standard output'
complete -c quaywatch-cli -n '__quaywatch_cli_command check' -l sarif -r -F -d 'Write a SARIF 2.1.0 report; - likewise'
complete -c quaywatch-cli -n '__quaywatch_cli_command check' -l json -d 'One JSON object'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -s b -l baseline -r -F -d 'Instead of the user\'s expected.toml'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -l program -r -F -a any -d 'add: this program, or any'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -l user -x -a 'any (__fish_complete_users)' -d 'add: this user, or any'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -l address -x -a 'loopback any' -d 'add: loopback, any, or an address block'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -l until -x -d 'add: until the end of that day (UTC)'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -l note -x -d 'add: why it is expected'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -l required -d 'add: check reports it if it is missing'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -l force -d 'init: replace an existing file'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -s n -l dry-run -d 'Print what would be written, change nothing'
complete -c quaywatch-cli -n '__quaywatch_cli_command baseline' -l json -d 'One JSON object'
complete -c quaywatch-cli -n '__quaywatch_cli_command wait' -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n '__quaywatch_cli_command wait' -l free -d 'Wait until nothing listens there'
complete -c quaywatch-cli -n '__quaywatch_cli_command wait' -l bindable -x -d 'Wait until a program can bind it'
complete -c quaywatch-cli -n '__quaywatch_cli_command wait' -l timeout -x -d 'Maximum seconds to wait'
complete -c quaywatch-cli -n '__quaywatch_cli_command wait' -l json -d 'One JSON object at the end'
complete -c quaywatch-cli -n '__quaywatch_cli_command kill' -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n '__quaywatch_cli_command kill' -s s -l signal -x -a 'TERM KILL' -d 'TERM asks, KILL ends; default TERM'
complete -c quaywatch-cli -n '__quaywatch_cli_command kill' -l wait -x -d 'Seconds to wait for its end; default 3'
complete -c quaywatch-cli -n '__quaywatch_cli_command kill' -s n -l dry-run -d 'Only show what would be ended'
complete -c quaywatch-cli -n '__quaywatch_cli_command kill' -s y -l yes -d 'Do not ask'
complete -c quaywatch-cli -n '__quaywatch_cli_command kill' -l ephemeral -d 'For a port: end client-like UDP sockets, too'
complete -c quaywatch-cli -n '__quaywatch_cli_command kill' -l json -d 'One JSON object'
complete -c quaywatch-cli -n '__quaywatch_cli_command ident' -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n '__quaywatch_cli_command ident' -l local -x -d 'Only with this address of this machine'
complete -c quaywatch-cli -n '__quaywatch_cli_command ident' -l remote -x -d 'Only with this address of the peer'
complete -c quaywatch-cli -n '__quaywatch_cli_command ident' -l json -d 'One JSON object'
complete -c quaywatch-cli -n '__quaywatch_cli_command doctor' -s h -l help -d 'Show this help'
complete -c quaywatch-cli -n '__quaywatch_cli_command doctor' -l json -d 'One JSON object'
