-- Read by org.gongkai.access.Sightings: what one person looked at, the latest first.

create index sightings_by_person on access.sightings (coalesce(account, actor), sighting);
