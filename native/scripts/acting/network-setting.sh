# Changes one setting of the network service that uses an interface. Arguments: the interface, what, values.
# An administrator's shell runs it as it stands here. A service's name may be anything: it is looked up here, by the
# interface, and is never more than one argument. The values were checked before, and are again. It prints nothing
# when it is done; else why not, or what the tool said.
LC_ALL=C
export LC_ALL
tool=/usr/sbin/networksetup
device=$1
what=$2
shift 2

none() {
	echo "$1"
	exit 0
}

# Each of the values after the first argument may consist of these characters only, and be no option.
only() {
	pattern=$1
	shift
	for value in "$@"; do
		case $value in
		'' | -* | *[!$pattern]*) none no-value ;;
		esac
	done
}

case $device in
'' | *[!a-z0-9]*) none no-interface ;;
esac

service=
found=0
before=
while IFS= read -r line; do
	case $line in
	*", Device: $device)")
		case $before in
		"("[0-9]*") "*)
			service=${before#*) }
			found=$((found + 1))
			;;
		esac
		;;
	esac
	before=$line
done <<END
$("$tool" -listnetworkserviceorder)
END

[ "$found" = 1 ] || none no-service
case $service in
'' | -*) none no-service ;;
esac

case $what in
name-servers)
	[ "$#" -gt 0 ] || set -- Empty
	[ "$*" = Empty ] || only 0-9a-fA-F:. "$@"
	"$tool" -setdnsservers "$service" "$@" 2>&1
	;;
past-proxies)
	[ "$#" -gt 0 ] || set -- Empty
	only 'A-Za-z0-9*.:/_-' "$@"
	"$tool" -setproxybypassdomains "$service" "$@" 2>&1
	;;
ipv6-off) "$tool" -setv6off "$service" 2>&1 ;;
ipv6-automatic) "$tool" -setv6automatic "$service" 2>&1 ;;
ipv6-manual)
	[ "$#" = 3 ] || none no-value
	only 0-9a-fA-F:. "$@"
	"$tool" -setv6manual "$service" "$1" "$2" "$3" 2>&1
	;;
*) none no-value ;;
esac
exit 0
