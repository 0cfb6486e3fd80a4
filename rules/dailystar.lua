-- dailystar.co.uk
return { extends = "cms/reach", hosts = { "dailystar.co.uk", "*.dailystar.co.uk" } }
