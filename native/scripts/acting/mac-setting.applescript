-- Settings of this Mac that need an administrator: one prompt for each. What is told was checked before (an interface,
-- addresses, plain names of hosts, numbers), and every value is quoted all the same.
on run theArguments
	set theCommand to item 1 of theArguments
	set theReason to item 2 of theArguments
	if theCommand is "set-clock" then
		-- The first prints how it stands and, on some systems, an error that means nothing. Whether the clock is right
		-- afterwards is seen by asking.
		set theShell to "/usr/sbin/systemsetup -setusingnetworktime on > /dev/null 2>&1; /usr/bin/sntp -sS time.apple.com > /dev/null 2>&1; exit 0"
	else if theCommand is "set-packet-size" then
		set theShell to "/sbin/ifconfig " & quoted form of (item 3 of theArguments) & " mtu " & quoted form of (item 4 of theArguments)
	else if theCommand is "network-setting" then
		-- The third is network-setting.sh, as it stands beside this; the others are what it is told.
		set theShell to "/bin/sh -c " & quoted form of (item 3 of theArguments) & " network-setting"
		repeat with theValue in (items 4 thru -1 of theArguments)
			set theShell to theShell & " " & quoted form of (contents of theValue)
		end repeat
	else
		error "No such command." number -2700
	end if
	return do shell script theShell with prompt theReason with administrator privileges without altering line endings
end run
