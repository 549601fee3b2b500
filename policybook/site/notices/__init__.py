"""What a site tells others: feeds, a calendar, data for search engines, the picture of a link."""
