# What the people who publish the viewer offer in config.json.
offers-services = Services of this site
offers-services-lead = Set up by the people who publish this viewer. Choosing one fills in its form; nothing is asked before you do.
offers-links = Links of this site
