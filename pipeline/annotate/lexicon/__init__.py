"""Words of English news as tables: titles, countries, calendar, speech verbs, event triggers. Facts, no rules."""
