-- Constant commands that need an administrator: one prompt for each. Nothing of the world's goes into the shell but
-- an interface, whose name was checked before, and it is quoted all the same.
on run theArguments
	set theCommand to item 1 of theArguments
	set theReason to item 2 of theArguments
	set theFirewall to "/usr/libexec/ApplicationFirewall/socketfilterfw "
	if theCommand is "flush-names" then
		set theShell to "/usr/bin/dscacheutil -flushcache; /usr/bin/killall -HUP mDNSResponder"
	else if theCommand is "renew-lease" then
		set theShell to "/usr/sbin/ipconfig set " & quoted form of (item 3 of theArguments) & " DHCP"
	else if theCommand is "firewall-allow-apple-mail" then
		set theShell to theFirewall & "--unblockapp /System/Applications/Mail.app"
	else if theCommand is "firewall-block-apple-mail" then
		set theShell to theFirewall & "--blockapp /System/Applications/Mail.app"
	else if theCommand is "firewall-allow-outlook" then
		set theShell to theFirewall & "--unblockapp '/Applications/Microsoft Outlook.app'"
	else if theCommand is "firewall-block-outlook" then
		set theShell to theFirewall & "--blockapp '/Applications/Microsoft Outlook.app'"
	else if theCommand is "firewall-allow-thunderbird" then
		set theShell to theFirewall & "--unblockapp /Applications/Thunderbird.app"
	else if theCommand is "firewall-block-thunderbird" then
		set theShell to theFirewall & "--blockapp /Applications/Thunderbird.app"
	else
		error "No such command." number -2700
	end if
	return do shell script theShell with prompt theReason with administrator privileges without altering line endings
end run
