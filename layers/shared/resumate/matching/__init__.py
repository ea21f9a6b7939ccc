"""Job text → requirements → evidence: what a job asks, and which passages of one resume show it. Pure; see `read_job` and `match_resume`."""
