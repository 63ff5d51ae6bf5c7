-- Facts were kept of every probe: addresses of the network at home and names of VPNs among them. Only what `past` is
-- asked for is kept now, and what was written before goes.
DELETE FROM fact WHERE probe NOT IN (SELECT id FROM word WHERE text IN ('capabilities', 'encryption', 'sign-in'));
