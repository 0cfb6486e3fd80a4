-- mirror.co.uk
return { extends = "cms/reach", hosts = { "mirror.co.uk", "*.mirror.co.uk" } }
